package org.fanfare.wire;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * UUIDs of version 7 (RFC 9562 section 5.7): the first 48 bits are the time in milliseconds, the rest is random. Ordered
 * by id, rows are ordered by time, which spares tables a second index and keeps inserts at the end of the first.
 *
 * <p>Those that one node makes one after the other for the same millisecond are ordered as they were made: the 12 bits
 * after the time count on (section 6.2, method 1).
 */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1 << COUNTER_BITS) - 1;

    /** Where counting begins in a millisecond: low, so that there is much to count. */
    private static final int FIRST_COUNTS = 256;

    /** Milliseconds and counter of the last one. */
    private static final AtomicLong LAST = new AtomicLong();

    private TimeOrderedId() {}

    /** A new id for something that came to be at {@code at}. */
    public static UUID at(Instant at) {
        long millis = Math.max(0, at.toEpochMilli());
        long tick = LAST.updateAndGet(last -> last >>> COUNTER_BITS == millis && (last & COUNTER) < COUNTER
                ? last + 1
                : millis << COUNTER_BITS | RANDOM.nextInt(FIRST_COUNTS));
        long head = tick >>> COUNTER_BITS << 16 | 0x7000L | tick & COUNTER;
        return new UUID(head, 0x8000000000000000L | (RANDOM.nextLong() >>> 2));
    }

    /** New ids for things that came to be at the same time, one after the other. */
    public static List<UUID> several(Instant at, int count) {
        return Stream.generate(() -> at(at)).limit(count).sorted().toList();
    }

    /** The least id that something of {@code at} or later can have. */
    public static UUID lowest(Instant at) {
        return new UUID(millis(at) | 0x7000L, 0x8000000000000000L);
    }

    private static long millis(Instant at) {
        return Math.max(0, at.toEpochMilli()) << 16;
    }
}
