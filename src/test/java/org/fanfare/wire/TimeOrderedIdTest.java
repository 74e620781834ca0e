package org.fanfare.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void anIdIsOfVersion7AndTheVariantOfTheRfc() {
        UUID id = TimeOrderedId.at(NOON);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void idsOfOneInstantDiffer() {
        assertThat(TimeOrderedId.at(NOON)).isNotEqualTo(TimeOrderedId.at(NOON));
    }

    @Test
    void idsOfOneMillisecondAreOrderedAsTheyWereMade() {
        Instant moment = NOON.plusSeconds(1);
        UUID before = TimeOrderedId.at(moment);
        for (int i = 0; i < 1000; i++) {
            UUID next = TimeOrderedId.at(moment);
            assertThat(next).isGreaterThan(before);
            before = next;
        }
    }

    @Test
    void severalAtOnceAreOrderedHoweverMany() {
        assertThat(TimeOrderedId.several(NOON, 10_000)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theLowestIdOfATimeSeparatesBeforeFromAfter() {
        UUID lowest = TimeOrderedId.lowest(NOON);

        for (int i = 0; i < 1000; i++) {
            assertThat(TimeOrderedId.at(NOON)).isGreaterThanOrEqualTo(lowest);
            assertThat(TimeOrderedId.at(NOON.minusMillis(1))).isLessThan(lowest);
        }
    }

    @Test
    void aTimeBeforeTheEpochHasTheLowestIdOfAll() {
        assertThat(TimeOrderedId.lowest(Instant.parse("1900-01-01T00:00:00Z")))
                .isEqualTo(TimeOrderedId.lowest(Instant.EPOCH));
    }
}
