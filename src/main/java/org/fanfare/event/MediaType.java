package org.fanfare.event;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A media type (RFC 9110, 8.3.1) without its parameters but the charset; lower case. */
record MediaType(String type, String subtype, Optional<String> charset) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final Pattern SYNTAX = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")[ \t]*(;[\\x20-\\x7E\t]*+)?");
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?(" + TOKEN + ")", Pattern.CASE_INSENSITIVE);

    static Optional<MediaType> of(String text) {
        Matcher matcher = SYNTAX.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new MediaType(lower(matcher.group(1)), lower(matcher.group(2)), charsetOf(text)))
                : Optional.empty();
    }

    /** What the JSON format counts as JSON: any type with the subtype or the suffix {@code json}. */
    boolean isJson() {
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    /** Text that people write and read, so that it is worth a string instead of base64. */
    boolean isText() {
        return type.equals("text") || subtype.equals("xml") || subtype.endsWith("+xml");
    }

    /** Whether nothing is said against the content being UTF-8. */
    boolean allowsUtf8() {
        return charset.map(name -> name.equals("utf-8") || name.equals("utf8") || name.equals("us-ascii"))
                .orElse(true);
    }

    private static Optional<String> charsetOf(String text) {
        Matcher matcher = CHARSET.matcher(text);
        return matcher.find() ? Optional.of(lower(matcher.group(1))) : Optional.empty();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
