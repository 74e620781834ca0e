package org.fanfare.wire;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562 section 5.7): the first 48 bits are the time in milliseconds, the rest is random. Ordered
 * by id, rows are ordered by time, which spares tables a second index and keeps inserts at the end of the first.
 */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    /** A new id for something that came to be at {@code at}. */
    public static UUID at(Instant at) {
        long random = RANDOM.nextLong();
        return new UUID(millis(at) | 0x7000L | (random & 0x0FFFL), 0x8000000000000000L | (RANDOM.nextLong() >>> 2));
    }

    /** The least id that something of {@code at} or later can have. */
    public static UUID lowest(Instant at) {
        return new UUID(millis(at) | 0x7000L, 0x8000000000000000L);
    }

    private static long millis(Instant at) {
        return Math.max(0, at.toEpochMilli()) << 16;
    }
}
