package org.fanfare.jsonpath;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/** RFC 9535's comparisons, section 2.3.5.2.2. A side without value is null here: it equals only its like. */
enum StandardOperator {
    EQUAL("==", Bearing.SAME) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return same(left, right, run);
        }
    },
    NOT_EQUAL("!=", Bearing.ANY) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return !same(left, right, run);
        }
    },
    LESS_OR_EQUAL("<=", Bearing.UP_TO) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return isLess(left, right, run) || same(left, right, run);
        }
    },
    GREATER_OR_EQUAL(">=", Bearing.FROM) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return isLess(right, left, run) || same(left, right, run);
        }
    },
    LESS("<", Bearing.UNDER) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return isLess(left, right, run);
        }
    },
    GREATER(">", Bearing.OVER) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return isLess(right, left, run);
        }
    };

    private final String sign;
    private final Bearing bearing;

    StandardOperator(String sign, Bearing bearing) {
        this.sign = sign;
        this.bearing = bearing;
    }

    /** How two values stand to each other for which this holds. */
    Bearing bearing() {
        return bearing;
    }

    /**
     * Whether one side must have a value if this holds and {@code other} is the other side. What is missing is equal to
     * what is missing, and unequal to all else.
     */
    boolean needs(Operand other) {
        return this == LESS || this == GREATER || this != NOT_EQUAL && other instanceof Literal;
    }

    /** Reads the operator that stands at the cursor, if one does; the longer ones come first. */
    static Optional<StandardOperator> at(Cursor cursor) {
        for (StandardOperator operator : values()) {
            if (cursor.skip(operator.sign)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    String sign() {
        return sign;
    }

    abstract boolean holds(JsonValue left, JsonValue right, Run run);

    private static boolean same(JsonValue left, JsonValue right, Run run) {
        return left == null || right == null ? left == right : Likeness.STANDARD.same(left, right, run);
    }

    private static boolean isLess(JsonValue left, JsonValue right, Run run) {
        if (left instanceof JsonNumber && right instanceof JsonNumber) {
            return Numbers.compare(left, right) < 0;
        }
        return left instanceof JsonString one
                && right instanceof JsonString other
                && isLess(one.getString(), other.getString(), run);
    }

    /** By code points: UTF-16 puts what is beyond the basic plane before its last characters. */
    private static boolean isLess(String left, String right, Run run) {
        int common = Math.min(left.length(), right.length());
        run.budget().chargeText(common);
        for (int i = 0; i < common; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                boolean oneIsHalf = Character.isSurrogate(one);
                return oneIsHalf == Character.isSurrogate(other) ? one < other : !oneIsHalf;
            }
        }
        return left.length() < right.length();
    }
}
