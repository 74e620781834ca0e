package org.fanfare.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the header {@code Retry-After} (RFC 9110, 10.2.3): whole seconds, or a date in any of its three forms (5.6.7). */
public final class RetryAfter {

    /** No target makes a delivery wait for longer. */
    static final Duration MOST = Duration.ofHours(24);

    /** With seconds of more digits than these a number would overflow; it is beyond {@link #MOST} anyway. */
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** How long the target wants to be left alone, at most 24 hours; empty if the value says nothing that can be read. */
    public static Optional<Duration> read(String value, Instant now) {
        String text = value.strip();
        if (text.matches("[0-9]+")) {
            return Optional.of(text.length() > MOST_DIGITS ? MOST : atMost(Duration.ofSeconds(Long.parseLong(text))));
        }
        return date(text, now).map(date -> atMost(Duration.between(now, date)));
    }

    private static Optional<Instant> date(String text, Instant now) {
        int thisYear = now.atOffset(ZoneOffset.UTC).getYear();
        for (DateTimeFormatter form : List.of(imfFixdate(), rfc850(thisYear), asctime())) {
            try {
                return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException anotherForm) {
                // the next one may fit; what fits none is no date
            }
        }
        return Optional.empty();
    }

    /** {@code Sun, 06 Nov 1994 08:49:37 GMT} */
    private static DateTimeFormatter imfFixdate() {
        return DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);
    }

    /** {@code Sunday, 06-Nov-94 08:49:37 GMT}, its year the one that is at most 50 years ahead. */
    private static DateTimeFormatter rfc850(int thisYear) {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, thisYear - 49)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }

    /** {@code Sun Nov  6 08:49:37 1994} */
    private static DateTimeFormatter asctime() {
        return DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH);
    }

    private static Duration atMost(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MOST) > 0 ? MOST : wait;
    }
}
