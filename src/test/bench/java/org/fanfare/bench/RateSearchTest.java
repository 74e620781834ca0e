package org.fanfare.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateSearchTest {

    @Test
    void goesUpWhileTheRateIsHeldAndEndsAtTheFirstThatIsNot() {
        RateSearch search = new RateSearch(1000, 9);
        search.held();
        assertThat(search.next()).isCloseTo(1070, within(0.01));
        search.held();
        search.grew(1100);
        assertThat(search.isOver()).isTrue();
        assertThat(search.highest()).isCloseTo(1070, within(0.01));
    }

    @Test
    void goesDownUntilOneIsHeld() {
        RateSearch search = new RateSearch(1000, 9);
        search.grew(990);
        assertThat(search.next()).isCloseTo(930, within(0.01));
        search.held();
        assertThat(search.isOver()).isTrue();
        assertThat(search.highest()).isCloseTo(930, within(0.01));
    }

    @Test
    void goesDownToWhatCameThroughIfThatIsLess() {
        RateSearch search = new RateSearch(1000, 9);
        search.grew(400);
        assertThat(search.next()).isEqualTo(400);
    }

    @Test
    void tellsIfItEndedBeforeAnyRateWasTooHigh() {
        RateSearch search = new RateSearch(1000, 2);
        search.held();
        search.held();
        assertThat(search.isOver()).isTrue();
        assertThat(search.isOpenAbove()).isTrue();
        assertThat(search.highest()).isCloseTo(1070, within(0.01));
    }

    @Test
    void givesUpAfterSoManyTrials() {
        RateSearch search = new RateSearch(1000, 2);
        search.grew(1000);
        assertThat(search.isOver()).isFalse();
        search.grew(1000);
        assertThat(search.isOver()).isTrue();
        assertThat(search.highest()).isNaN();
    }
}
