package org.fanfare.event;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.fanfare.wire.JsonText;

/** Decodes the value of a {@code ce-} header (CloudEvents HTTP binding 1.0.2, section 3.1.3.2). */
final class HeaderValue {

    private HeaderValue() {}

    /** The attribute's value, or none after {@code refuse} was told why. */
    static Optional<String> decode(String header, Consumer<String> refuse) {
        String value = header.strip();
        if (value.chars().anyMatch(c -> c > 0x7E || c < 0x20 && c != '\t')) {
            refuse.accept("must be ASCII; anything else is percent-encoded UTF-8");
        } else if (value.startsWith("\"")) {
            Optional<String> unquoted = unquoted(value);
            if (unquoted.isEmpty()) {
                refuse.accept("begins with a quotation mark but is no quoted string");
            }
            return unquoted.flatMap(text -> percentDecoded(text, refuse));
        } else {
            return percentDecoded(value, refuse);
        }
        return Optional.empty();
    }

    private static Optional<String> unquoted(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                return i == value.length() - 1 ? Optional.of(text.toString()) : Optional.empty();
            }
            if (c == '\\' && ++i == value.length()) {
                return Optional.empty();
            }
            text.append(value.charAt(i));
        }
        return Optional.empty();
    }

    /** One round, never more: what decodes to {@code %41} is those three characters. */
    private static Optional<String> percentDecoded(String text, Consumer<String> refuse) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                bytes.write(text.charAt(i));
                continue;
            }
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                refuse.accept("has a percent sign without two hexadecimal digits; the sign itself is %25");
                return Optional.empty();
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        Optional<String> decoded = JsonText.utf8(bytes.toByteArray());
        if (decoded.isEmpty()) {
            refuse.accept("is not valid UTF-8 once it is percent-decoded");
        }
        return decoded;
    }
}
