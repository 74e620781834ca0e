package org.fanfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingTest {

    @ParameterizedTest
    @CsvSource({
        "10, 10, 0.1, true, true",
        // a second's worth more than after a third
        "10, 1010, 0.1, true, true",
        "10, 1011, 0.1, true, false",
        // less than then
        "500, 20, 0.1, true, true",
        // not empty soon
        "10, 10, 2.1, true, false",
        // something was refused, lost or not even posted
        "10, 10, 0.1, false, false",
    })
    void aRateIsHeldIfNothingGrewAndAllCameSoon(
            long third, long end, double emptySeconds, boolean isWhole, boolean isHeld) {
        assertThat(new Holding(1000, third, end, emptySeconds, isWhole).isHeld())
                .isEqualTo(isHeld);
    }
}
