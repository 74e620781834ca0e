package org.fanfare.jsonpath;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;

/** JSON numbers as Python sees them: integers of any size, floats of 64 bits, compared exactly; booleans are 0 and 1. */
final class Numbers {

    /** Longs up to here are doubles, too. */
    private static final long EXACT = 1L << 53;

    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    static boolean isNumeric(JsonValue value) {
        return value instanceof JsonNumber || isBoolean(value);
    }

    /** Whether this is an integer; booleans are. */
    static boolean isWhole(JsonValue value) {
        return value instanceof JsonNumber number ? number.isIntegral() : isBoolean(value);
    }

    /** An integer, or the nearest that fits: good enough for places in arrays and texts. */
    static long clamped(JsonValue whole) {
        if (isShort(whole)) {
            return shortValue(whole);
        }
        return ((JsonNumber) whole).bigIntegerValue().max(MIN).min(MAX).longValue();
    }

    /** The order of two numeric values. */
    static int compare(JsonValue left, JsonValue right) {
        boolean leftShort = isShort(left);
        boolean rightShort = isShort(right);
        if (leftShort && rightShort) {
            return Long.compare(shortValue(left), shortValue(right));
        }
        if (isDoubleLike(left, leftShort) && isDoubleLike(right, rightShort)) {
            double one = doubleValue(left);
            double other = doubleValue(right);
            return one < other ? -1 : one > other ? 1 : 0;
        }
        return compareExactly(left, right);
    }

    /** At least one is an integer beyond the exact doubles. */
    private static int compareExactly(JsonValue left, JsonValue right) {
        double one = doubleValue(left);
        double other = doubleValue(right);
        if (isInfiniteFloat(left, one) || isInfiniteFloat(right, other)) {
            return isInfiniteFloat(left, one) ? (int) Math.signum(one) : (int) -Math.signum(other);
        }
        return exact(left, one).compareTo(exact(right, other));
    }

    private static boolean isInfiniteFloat(JsonValue value, double rounded) {
        return Double.isInfinite(rounded) && !isWhole(value);
    }

    private static BigDecimal exact(JsonValue value, double rounded) {
        if (value instanceof JsonNumber number) {
            return number.isIntegral() ? number.bigDecimalValue() : new BigDecimal(rounded);
        }
        return BigDecimal.valueOf(shortValue(value));
    }

    private static boolean isBoolean(JsonValue value) {
        return value.getValueType() == JsonValue.ValueType.TRUE || value.getValueType() == JsonValue.ValueType.FALSE;
    }

    /** Whether this is an integer held in an int or long: by far the most common case. */
    private static boolean isShort(JsonValue value) {
        if (value instanceof JsonNumber number) {
            Number held = number.numberValue();
            return held instanceof Integer || held instanceof Long;
        }
        return true;
    }

    private static long shortValue(JsonValue value) {
        return value instanceof JsonNumber number
                ? number.longValue()
                : value.getValueType() == JsonValue.ValueType.TRUE ? 1 : 0;
    }

    private static boolean isDoubleLike(JsonValue value, boolean isShort) {
        if (isShort) {
            long exact = shortValue(value);
            return -EXACT <= exact && exact <= EXACT;
        }
        return !isWhole(value);
    }

    private static double doubleValue(JsonValue value) {
        return value instanceof JsonNumber number ? number.doubleValue() : shortValue(value);
    }
}
