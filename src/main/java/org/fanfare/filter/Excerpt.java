package org.fanfare.filter;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The first of some values: as many as an answer should hold.
 *
 * @param truncated whether there are more
 */
public record Excerpt(List<JsonValue> values, boolean truncated) {

    /** More values than that are in none. */
    public static final int MOST = 100;

    public static final Excerpt EMPTY = new Excerpt(List.of(), false);

    public Excerpt {
        values = List.copyOf(values);
    }

    /** @param mostBytes of all values together as JSON, about */
    public static Excerpt of(Iterable<JsonValue> all, int mostValues, int mostBytes) {
        List<JsonValue> first = new ArrayList<>();
        long left = mostBytes;
        for (JsonValue value : all) {
            left -= size(value, left);
            if (first.size() == mostValues || left < 0) {
                return new Excerpt(first, true);
            }
            first.add(value);
        }
        return new Excerpt(first, false);
    }

    /** What these take, as JSON, about. */
    int bytes() {
        return (int) values.stream()
                .mapToLong(value -> size(value, Integer.MAX_VALUE))
                .sum();
    }

    /** The bytes of a value as JSON, about; something above {@code enough} as soon as it is known to be more. */
    private static long size(JsonValue value, long enough) {
        if (value instanceof JsonString text) {
            return text.getChars().length() > enough ? enough + 1 : size(text.getString());
        }
        if (value instanceof JsonArray array) {
            return size(array, 2, enough);
        }
        if (value instanceof JsonObject object) {
            long names = 2;
            for (String name : object.keySet()) {
                names += size(name) + 1;
            }
            return size(object.values(), names, enough);
        }
        return value instanceof JsonNumber ? value.toString().length() : 5;
    }

    private static long size(Iterable<JsonValue> parts, long frame, long enough) {
        long size = frame;
        for (JsonValue part : parts) {
            if (size > enough) {
                break;
            }
            size += size(part, enough - size) + 1;
        }
        return size;
    }

    private static long size(String text) {
        return 2 + text.chars().mapToLong(Excerpt::size).sum();
    }

    private static long size(int character) {
        if (character < ' ') {
            return 6;
        }
        return character == '"' || character == '\\' ? 2 : character < 0x80 ? 1 : 3;
    }
}
