package org.fanfare.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fanfare.dialect.AttributeRules;

/** What the text of a core attribute must be; each rule answers null or what is wrong. */
final class TextRules {

    private static final int LONGEST_TIME = 64;
    private static final Pattern RFC_3339 = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):(\\d\\d)" + "(?:\\.\\d+)?(?:[Zz]|[+-](\\d\\d):(\\d\\d))");
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?");

    private TextRules() {}

    /** One rule; null where the text keeps it. */
    interface Rule {
        String fault(String text);

        /** Both rules, the other one only where this one is kept. */
        default Rule and(Rule other) {
            return text -> Optional.ofNullable(fault(text)).orElseGet(() -> other.fault(text));
        }
    }

    static String nonEmpty(String text) {
        if (text.isEmpty()) {
            return "must not be empty";
        }
        return AttributeRules.isText(text)
                ? null
                : "must not have control characters, lone surrogates or Unicode noncharacters";
    }

    static Rule atMost(int length) {
        return text -> text.length() <= length ? null : "must not be longer than %d characters".formatted(length);
    }

    /** RFC 3986, 4.1. Java's parser lets non-ASCII letters pass, which the RFC wants percent-encoded. */
    static String uriReference(String text) {
        return uri(text).isPresent() ? null : "must be a URI reference (RFC 3986)";
    }

    /** A fragment is let pass: schemas are named with one, whatever RFC 3986, 4.3 says. */
    static String absoluteUri(String text) {
        return uri(text).filter(URI::isAbsolute).isPresent() ? null : "must be an absolute URI (RFC 3986)";
    }

    static String rfc3339(String text) {
        Matcher parts = RFC_3339.matcher(text);
        boolean good = text.length() <= LONGEST_TIME && parts.matches() && isRealTime(parts);
        return good ? null : "must be a time as in RFC 3339, for example 2026-01-31T12:00:00Z";
    }

    /** As {@link #rfc3339}, or local time without a zone, which Pacifica's producers send (pacifica.md, 5.2). */
    static String rfc3339OrLocal(String text) {
        return rfc3339(LOCAL.matcher(text).matches() ? text + "Z" : text);
    }

    static String mediaType(String text) {
        return MediaType.of(text).isPresent() ? null : "must be a media type (RFC 2046), for example application/json";
    }

    static String base64Encoding(String text) {
        return text.toLowerCase(Locale.ROOT).equals("base64") ? null : "must be base64, if it is given";
    }

    /** RFC 4648, section 4, with its padding. */
    static String base64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return text.length() % 4 == 0 ? null : "must be base64 with its padding (RFC 4648, section 4)";
        } catch (IllegalArgumentException notBase64) {
            return "must be base64 (RFC 4648, section 4)";
        }
    }

    private static Optional<URI> uri(String text) {
        try {
            return text.chars().allMatch(c -> c < 0x80) ? Optional.of(new URI(text)) : Optional.empty();
        } catch (URISyntaxException notUri) {
            return Optional.empty();
        }
    }

    /** The second 60 is a leap second. */
    private static boolean isRealTime(Matcher parts) {
        try {
            LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
        } catch (DateTimeException noSuchDay) {
            return false;
        }
        return number(parts, 4) < 24
                && number(parts, 5) < 60
                && number(parts, 6) <= 60
                && number(parts, 7) < 24
                && number(parts, 8) < 60;
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }
}
