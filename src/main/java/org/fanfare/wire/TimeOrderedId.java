package org.fanfare.wire;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562 section 5.7): the first 48 bits are the time in milliseconds, the rest is random. Ordered
 * by id, rows are ordered by time, which spares tables a second index and keeps inserts at the end of the first.
 *
 * <p>Those made on one node are ordered as they were made also within a millisecond: the 12 bits after the time count on
 * (section 6.2, method 1). So they are where the clock is set back by a little.
 */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    /** A new id for something that came to be at {@code at}. */
    public static UUID at(Instant at) {
        long tick = Math.max(0, at.toEpochMilli()) << COUNTER_BITS;
        long last = LAST.get();
        // What came to be long ago, or is to come, has its own time, and no order among its like.
        long next = Math.abs(tick - last) > FAR && last != 0
                ? tick | RANDOM.nextInt(1 << COUNTER_BITS)
                : LAST.updateAndGet(before -> Math.max(before + 1, tick));
        long head = next >>> COUNTER_BITS << 16 | 0x7000L | next & (1 << COUNTER_BITS) - 1;
        return new UUID(head, 0x8000000000000000L | (RANDOM.nextLong() >>> 2));
    }

    /** The least id that something of {@code at} or later can have. */
    public static UUID lowest(Instant at) {
        return new UUID(millis(at) | 0x7000L, 0x8000000000000000L);
    }

    private static long millis(Instant at) {
        return Math.max(0, at.toEpochMilli()) << 16;
    }
}
