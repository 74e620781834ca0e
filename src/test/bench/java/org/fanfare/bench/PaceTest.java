package org.fanfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final Pace pace = new Pace(7 * SECOND, 400);

    @Test
    void eventsAreDueAtConstantIntervalsFromTheStart() {
        assertThat(pace.dueAt(0)).isEqualTo(7 * SECOND);
        assertThat(pace.dueAt(1) - pace.dueAt(0)).isEqualTo(2_500_000);
        assertThat(pace.dueAt(400)).isEqualTo(8 * SECOND);
    }

    @Test
    void intervalsThatAreNoWholeNanosecondsDoNotAddUpToAnError() {
        assertThat(new Pace(0, 3).dueAt(3_000_000)).isEqualTo(1_000_000 * SECOND);
    }

    @Test
    void asManyAreDueAsHaveHadTheirTime() {
        assertThat(pace.dueBy(7 * SECOND - 1)).isZero();
        assertThat(pace.dueBy(7 * SECOND)).isEqualTo(1);
        assertThat(pace.dueBy(pace.dueAt(399))).isEqualTo(400);
        assertThat(pace.dueBy(pace.dueAt(399) - 1)).isEqualTo(399);
    }

    @Test
    void aLengthHasItsRatesWorthOfEventsAndOneAtLeast() {
        assertThat(Pace.count(333.4, 3)).isEqualTo(1000);
        assertThat(Pace.count(0.1, 1)).isEqualTo(1);
    }
}
