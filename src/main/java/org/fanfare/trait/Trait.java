package org.fanfare.trait;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that a document has or has not, and that can be looked up rather than evaluated. Scalars are given by their
 * {@linkplain #keyOf key}.
 */
public sealed interface Trait {

    /** Where to look. */
    Place place();

    /** How little this tells, to compare kinds of traits: the more of it, the more documents have the trait. */
    int vagueness();

    /**
     * What equal scalars have in common, and few others: a string, or a number as a double, {@code true} as 1 and
     * {@code false} as 0, or {@link JsonValue#NULL}; null for arrays and objects.
     *
     * <p>Some that are not equal share a key: {@code true} and 1 in RFC 9535, and huge integers that round to the same
     * double. That is safe, as traits are necessary, not sufficient.
     */
    static Object keyOf(JsonValue value) {
        switch (value.getValueType()) {
            case STRING:
                return ((JsonString) value).getString();
            case NUMBER:
                return ((JsonNumber) value).doubleValue() + 0.0; // turns -0.0 into 0.0
            case TRUE:
                return 1.0;
            case FALSE:
                return 0.0;
            case NULL:
                return JsonValue.NULL;
            default:
                return null;
        }
    }

    /** There is a value at the place. */
    record Present(Place place) implements Trait {
        @Override
        public int vagueness() {
            return 3;
        }

        @Override
        public String toString() {
            return place.toString();
        }
    }

    /** A scalar of that key is at the place. */
    record Equal(Place place, Object key) implements Trait {
        @Override
        public int vagueness() {
            return 1;
        }

        @Override
        public String toString() {
            return place + " = " + key;
        }
    }

    /** A number that rounds to the bound or more is at the place; booleans count as numbers. */
    record AtLeast(Place place, double bound) implements Trait {
        @Override
        public int vagueness() {
            return 2;
        }

        @Override
        public String toString() {
            return place + " >= " + bound;
        }
    }

    /** A number that rounds to the bound or less is at the place; booleans count as numbers. */
    record AtMost(Place place, double bound) implements Trait {
        @Override
        public int vagueness() {
            return 2;
        }

        @Override
        public String toString() {
            return place + " <= " + bound;
        }
    }

    /** One and the same object at the place has scalars of all these keys as members of these names. */
    record Together(Place place, SortedMap<String, Object> members) implements Trait {

        public Together {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }

        @Override
        public int vagueness() {
            return 0;
        }

        @Override
        public String toString() {
            return place.toString() + members;
        }
    }
}
