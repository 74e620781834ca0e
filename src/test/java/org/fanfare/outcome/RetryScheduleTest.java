package org.fanfare.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private final RetrySchedule schedule =
            new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5)));

    @Test
    void eachFailedAttemptHasItsWaitAndTheLastHasNone() {
        assertThat(schedule.waitAfter(1)).contains(Duration.ofSeconds(5));
        assertThat(schedule.waitAfter(3)).contains(Duration.ofMinutes(5));
        assertThat(schedule.waitAfter(4)).isEmpty();
    }

    @Test
    void aSilentPolicyIsAskedForEverAtTheLastInterval() {
        assertThat(schedule.waitForEver(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(schedule.waitForEver(4)).isEqualTo(Duration.ofMinutes(5));
        assertThat(schedule.waitForEver(10_000)).isEqualTo(Duration.ofMinutes(5));
    }
}
