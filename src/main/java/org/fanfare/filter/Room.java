package org.fanfare.filter;

import jakarta.json.JsonValue;

/** How many values of an event, and how much of them, an explanation may still show. Not thread-safe. */
public final class Room {

    private int values;
    private int bytes;

    /** @param values at most {@link Excerpt#MOST} */
    public Room(int values, int bytes) {
        this.values = Math.min(values, Excerpt.MOST);
        this.bytes = bytes;
    }

    /** The first of these values, as many as there is room for, and then there is less. */
    Excerpt excerpt(Iterable<JsonValue> all, int most) {
        Excerpt excerpt = Excerpt.of(all, Math.min(most, values), bytes);
        values -= excerpt.values().size();
        bytes -= excerpt.bytes();
        return excerpt;
    }

    Excerpt excerpt(Iterable<JsonValue> all) {
        return excerpt(all, values);
    }
}
