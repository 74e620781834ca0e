package org.fanfare.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;

/**
 * Dates as the options of the Pacifica service have them: in a format of strptime, of which the numeric directives are
 * understood. They are UTC, as all times of Fanfare are.
 */
final class DateFormat {

    static final String DEFAULT = "%Y-%m-%d %H:%M:%S";

    private static final Map<Character, String> DIRECTIVES = Map.of(
            'Y', "uuuu", 'm', "M", 'd', "d", 'H', "H", 'M', "m", 'S', "s", 'y', "uu", 'j', "D", 'b', "MMM", 'B',
            "MMMM");

    private final String format;
    private final DateTimeFormatter formatter;

    private DateFormat(String format, DateTimeFormatter formatter) {
        this.format = format;
        this.formatter = formatter;
    }

    static DateFormat of(String format) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        for (int i = 0; i < format.length(); i++) {
            char next = format.charAt(i);
            if (next == '%') {
                i++;
                append(builder, i < format.length() ? format.charAt(i) : ' ', format);
            } else {
                builder.appendLiteral(next);
            }
        }
        return new DateFormat(format, builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT));
    }

    private static void append(DateTimeFormatterBuilder builder, char directive, String format) {
        if (directive == '%') {
            builder.appendLiteral('%');
        } else if (directive == 'f') {
            builder.appendFraction(ChronoField.MICRO_OF_SECOND, 1, 6, false);
        } else if (DIRECTIVES.containsKey(directive)) {
            builder.appendPattern(DIRECTIVES.get(directive));
        } else {
            throw new WrongUse("The date format \"" + format + "\" has the directive %" + directive
                    + ", which is not understood.");
        }
    }

    Instant read(String text) {
        try {
            TemporalAccessor read = formatter.parseBest(text, LocalDateTime::from, LocalDate::from);
            LocalDateTime time = read instanceof LocalDate day ? day.atTime(LocalTime.MIDNIGHT) : (LocalDateTime) read;
            return time.toInstant(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            throw new WrongUse("\"" + text + "\" is no date in the format \"" + format + "\".");
        }
    }
}
