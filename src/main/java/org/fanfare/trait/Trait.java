package org.fanfare.trait;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that a document has or has not, and that can be looked up rather than evaluated. Scalars are given by their
 * {@linkplain #keyOf key}.
 */
public sealed interface Trait {

    /** Doubles from here on are whole numbers; up to here, all whole numbers are doubles. */
    double WHOLE_FROM_HERE = 0x1p53;

    /** Where to look. */
    Place place();

    /** How little this tells, to compare kinds of traits: the more of it, the more documents have the trait. */
    int vagueness();

    /** In place of a key: whatever value it is, scalar or not. */
    Object ANYTHING = new Object() {
        @Override
        public String toString() {
            return "*";
        }
    };

    /**
     * What equal scalars have in common, and no others: a string; a number as a double, or as a {@link BigInteger} if it
     * is an integer that no double is; {@code true} as 1 and {@code false} as 0; or {@link JsonValue#NULL}. Null for arrays
     * and objects.
     *
     * <p>Numbers are what they are to expressions: integers of any size, and floats of 64 bits. Whoever tells {@code true}
     * from 1 must look again, for their keys are the same.
     */
    static Object keyOf(JsonValue value) {
        switch (value.getValueType()) {
            case STRING:
                return ((JsonString) value).getString();
            case NUMBER:
                return keyOf((JsonNumber) value);
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

    private static Object keyOf(JsonNumber number) {
        double rounded = number.doubleValue() + 0.0; // turns -0.0 into 0.0
        if (Math.abs(rounded) < WHOLE_FROM_HERE || !number.isIntegral()) {
            return rounded;
        }
        BigInteger exact = number.bigIntegerValueExact();
        boolean isDouble = !Double.isInfinite(rounded)
                && new BigDecimal(rounded).toBigInteger().equals(exact);
        return isDouble ? rounded : exact;
    }

    /** Whether a value that stands at the place makes an event have this trait. */
    boolean isOf(JsonValue value);

    /** Whether the value is of that key, of that {@link Range} of numbers, or {@link #ANYTHING} will do. */
    private static boolean isOf(JsonValue value, Object wanted) {
        if (wanted == ANYTHING) {
            return true;
        }
        Object key = keyOf(value);
        return wanted instanceof Range range
                ? key instanceof Number number && range.has(number.doubleValue())
                : wanted.equals(key);
    }

    /** Whether this is about scalars that are members of the event itself, so that it takes but a moment to look up. */
    default boolean isOfWholeEvent() {
        return false;
    }

    /**
     * Whether every event with this trait has the other, and that can be told easily. What is deeper in an event is a
     * trait of what it is in.
     */
    default boolean implies(Trait other) {
        return equals(other) || other instanceof Present present && present.place.isOnTheWayTo(place());
    }

    /** There is a value at the place. */
    record Present(Place place) implements Trait {
        @Override
        public boolean isOf(JsonValue value) {
            return true;
        }

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
        public boolean isOf(JsonValue value) {
            return Trait.isOf(value, key);
        }

        @Override
        public boolean isOfWholeEvent() {
            return place.isMemberOfRoot();
        }

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
        public boolean isOf(JsonValue value) {
            return Trait.isOf(value, Range.from(bound));
        }

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
        public boolean isOf(JsonValue value) {
            return Trait.isOf(value, Range.upTo(bound));
        }

        @Override
        public int vagueness() {
            return 2;
        }

        @Override
        public String toString() {
            return place + " <= " + bound;
        }
    }

    /**
     * What tells of a member of objects at that place.
     *
     * @param key the member's key, a {@link Range} of numbers, or {@link #ANYTHING}
     */
    static Trait ofMember(Place object, String name, Object key) {
        Place place = object.member(name);
        if (key == ANYTHING) {
            return new Present(place);
        }
        if (!(key instanceof Range range)) {
            return new Equal(place, key);
        }
        if (!range.isOneSided()) {
            return new Together(object, new TreeMap<>(Map.of(name, key)));
        }
        return range.most() == Double.POSITIVE_INFINITY
                ? new AtLeast(place, range.least())
                : new AtMost(place, range.most());
    }

    /**
     * One and the same object at the place has members of all these names: scalars of these keys, numbers of a
     * {@link Range}, or {@link Trait#ANYTHING}.
     */
    record Together(Place place, SortedMap<String, Object> members) implements Trait {

        public Together {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }

        @Override
        public boolean isOf(JsonValue value) {
            return value instanceof JsonObject object
                    && members.entrySet().stream()
                            .allMatch(wanted -> object.containsKey(wanted.getKey())
                                    && Trait.isOf(object.get(wanted.getKey()), wanted.getValue()));
        }

        @Override
        public int vagueness() {
            long ranges =
                    members.values().stream().filter(Range.class::isInstance).count();
            long keys = members.values().stream().filter(key -> key != ANYTHING).count() - ranges;
            return keys > 1 ? 0 : keys == 1 ? 1 : ranges > 0 ? 2 : 3;
        }

        @Override
        public boolean isOfWholeEvent() {
            return place.legs().isEmpty() && vagueness() < 2;
        }

        @Override
        public boolean implies(Trait other) {
            if (other instanceof Together fewer && fewer.place.equals(place)) {
                return fewer.members.entrySet().stream().allMatch(one -> has(one.getKey(), one.getValue()));
            }
            return Trait.super.implies(other)
                    || members.keySet().stream().anyMatch(name -> new Present(place.member(name)).implies(other))
                    || members.entrySet().stream()
                            .anyMatch(one -> ofMember(place, one.getKey(), one.getValue())
                                    .equals(other));
        }

        private boolean has(String name, Object key) {
            Object mine = members.get(name);
            return mine != null
                    && (key == ANYTHING
                            || mine.equals(key)
                            || mine instanceof Range narrow && key instanceof Range wide && narrow.isWithin(wide));
        }

        @Override
        public String toString() {
            return place.toString() + members;
        }
    }
}
