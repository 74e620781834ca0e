package org.fanfare.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * An {@link Instant} as entities keep it. JPA 3.1 maps no {@link Instant}; {@link OffsetDateTime} it does, to a timestamp
 * with time zone on every database, whatever types their drivers give for such a column (which a converter does not see
 * through).
 */
public final class UtcTime {

    private UtcTime() {}

    /** Null stays null. */
    public static OffsetDateTime of(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Null stays null. */
    public static Instant instant(OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }
}
