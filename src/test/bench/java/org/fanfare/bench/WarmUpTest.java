package org.fanfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void settledIsWhatStayedNearlyTheSameThreeTimes() {
        assertThat(WarmUp.isSettled(List.of(9.0, 2.0, 1.98, 2.04))).isTrue();
        assertThat(WarmUp.isSettled(List.of(9.0, 2.3, 2.2, 2.0))).isFalse();
        assertThat(WarmUp.isSettled(List.of(2.0, 2.0, 2.0))).isFalse();
    }
}
