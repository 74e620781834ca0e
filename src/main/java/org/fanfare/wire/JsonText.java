package org.fanfare.wire;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads bytes as one JSON text (RFC 8259): UTF-8 without byte order mark, nothing after it, not nested deeper than
 * {@value #MAX_DEPTH}.
 *
 * <p>The streaming parser is asked, not {@code JsonReader}: the latter does not look at what follows the value.
 */
public final class JsonText {

    /** So that nothing that reads an event, here or at a target, runs out of stack. */
    public static final int MAX_DEPTH = 200;

    /** The one provider: {@code Json} looks for it anew at every call, which costs more than reading an event. */
    public static final JsonProvider JSON = JsonProvider.provider();

    private static final JsonParserFactory PARSERS = JSON.createParserFactory(Map.of());

    private static final char REPLACEMENT = '\uFFFD';

    private JsonText() {}

    /** The value, or none after {@code refuse} was told why. */
    public static Optional<JsonValue> read(byte[] json, Consumer<String> refuse) {
        return read(json, MAX_DEPTH, refuse);
    }

    /** As {@link #read(byte[], Consumer)}, for what will stand within something else: with fewer levels. */
    public static Optional<JsonValue> read(byte[] json, int levels, Consumer<String> refuse) {
        Optional<String> text = utf8(json);
        if (text.isEmpty()) {
            refuse.accept("is not valid UTF-8");
        } else if (text.get().isBlank()) {
            refuse.accept("is empty; JSON is expected");
        } else if (text.get().startsWith("\uFEFF")) {
            refuse.accept("begins with a byte order mark, which JSON must not have");
        } else if (depth(json) > levels) {
            refuse.accept("is nested deeper than " + levels + " levels");
        } else {
            return parse(text.get(), refuse);
        }
        return Optional.empty();
    }

    /** The value of a text that has been accepted before: so nothing is looked at but the value. */
    public static JsonValue accepted(byte[] json) {
        return accepted(new String(json, StandardCharsets.UTF_8));
    }

    private static JsonValue accepted(String text) {
        return parse(text, why -> {
                    throw new IllegalArgumentException("JSON that " + why);
                })
                .orElseThrow();
    }

    /** The object that a text is which was stored here. */
    public static JsonObject object(String stored) {
        return accepted(stored).asJsonObject();
    }

    /** The bytes as text, if they are UTF-8. */
    public static Optional<String> utf8(byte[] bytes) {
        // Java's own way to a string is many times faster than its decoder, but puts a mark in the place of what is
        // wrong.
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : strictUtf8(bytes);
    }

    /** The mark may have been sent as such. */
    private static Optional<String> strictUtf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** What the JSON string {@code quoted} says. */
    public static String string(byte[] quoted) {
        String text = new String(quoted, StandardCharsets.UTF_8);
        return text.indexOf('\\') < 0
                ? text.substring(1, text.length() - 1)
                : ((JsonString) accepted(quoted)).getString();
    }

    private static Optional<JsonValue> parse(String text, Consumer<String> refuse) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (!parser.hasNext()) {
                return Optional.of(value);
            }
            refuse.accept("goes on after the end of the JSON value");
        } catch (JsonParsingException broken) {
            refuse.accept("is not valid JSON, at line %d column %d"
                    .formatted(
                            broken.getLocation().getLineNumber(),
                            broken.getLocation().getColumnNumber()));
        } catch (JsonException | ArithmeticException | NumberFormatException | UnsupportedOperationException broken) {
            refuse.accept("is not JSON that can be read: a number is out of all bounds");
        }
        return Optional.empty();
    }

    private static int depth(byte[] json) {
        int depth = 0;
        int deepest = 0;
        boolean inString = false;
        for (int i = 0; i < json.length; i++) {
            switch (json[i]) {
                case '"' -> inString = !inString;
                case '\\' -> i += inString ? 1 : 0;
                case '{', '[' -> depth += inString ? 0 : 1;
                case '}', ']' -> depth -= inString ? 0 : 1;
                default -> {}
            }
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
