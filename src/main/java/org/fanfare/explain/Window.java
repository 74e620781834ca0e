package org.fanfare.explain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.fanfare.event.EventArchive.Stretch;
import org.fanfare.wire.TimeOrderedId;

/**
 * Which past events to look at, by their ids.
 *
 * @param least the lowest
 * @param below above all of them
 * @param from where this look goes on, downwards; above what it looks at
 * @param limit so many matches are enough
 */
record Window(UUID least, UUID below, UUID from, int limit) {

    static final int MOST_MATCHES = 1000;
    static final int USUAL_MATCHES = 100;

    /** Above all ids that are ordered by time. */
    private static final UUID HIGHEST = new UUID(Long.MAX_VALUE, -1L);

    /**
     * @param since null for no start
     * @param until null for no end
     * @param before where the look before ended; null for the first
     */
    static Window of(Instant since, Instant until, UUID before, int limit) {
        UUID below = until == null ? HIGHEST : TimeOrderedId.lowest(until);
        return new Window(
                TimeOrderedId.lowest(Objects.requireNonNullElse(since, Instant.EPOCH)),
                below,
                before == null || before.compareTo(below) > 0 ? below : before,
                limit);
    }

    /** All that it is about, of a tenant's events. */
    Stretch stretch(String tenant) {
        return new Stretch(tenant, least, below);
    }
}
