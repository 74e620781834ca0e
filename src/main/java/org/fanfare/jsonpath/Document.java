package org.fanfare.jsonpath;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;

/** A JSON document, measured once so that many expressions can be evaluated on it within bounds. Immutable. */
public final class Document {

    /** Arrays and objects nested more deeply than this are not looked at; JSON parsers stop at some such number, too. */
    public static final int MAX_DEPTH = 200;

    private final JsonValue root;
    private final long values;
    private final int depth;

    private Document(JsonValue root, long values, int depth) {
        this.root = root;
        this.values = values;
        this.depth = depth;
    }

    /** Measures {@code root}; where it is too deep, measuring stops and every expression will answer with that fault. */
    public static Document of(JsonValue root) {
        Deque<Iterator<JsonValue>> open = new ArrayDeque<>();
        open.push(children(requireNonNull(root, "root")));
        long values = 1;
        int depth = 1;
        while (!open.isEmpty() && depth <= MAX_DEPTH) {
            if (!open.peek().hasNext()) {
                open.pop();
                continue;
            }
            JsonValue value = open.peek().next();
            values++;
            if (value instanceof JsonStructure) {
                depth = Math.max(depth, open.size() + 1);
                open.push(children(value));
            }
        }
        return new Document(root, values, depth);
    }

    private static Iterator<JsonValue> children(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.iterator();
        }
        return value instanceof JsonObject object ? object.values().iterator() : Collections.emptyIterator();
    }

    public JsonValue root() {
        return root;
    }

    /** How many JSON values the document consists of, itself included. */
    public long values() {
        return values;
    }

    /** Whether it is nested more deeply than {@link #MAX_DEPTH}, so that every expression breaks down on it. */
    public boolean isTooDeep() {
        return depth > MAX_DEPTH;
    }
}
