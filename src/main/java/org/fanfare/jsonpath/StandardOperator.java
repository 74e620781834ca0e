package org.fanfare.jsonpath;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/** RFC 9535's comparisons, section 2.3.5.2.2. A side without value is null here: it equals only its like. */
enum StandardOperator {
    EQUAL("==") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return same(left, right, run);
        }
    },
    NOT_EQUAL("!=") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return !same(left, right, run);
        }
    },
    LESS_OR_EQUAL("<=") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return isLess(left, right, run) || same(left, right, run);
        }
    },
    GREATER_OR_EQUAL(">=") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return isLess(right, left, run) || same(left, right, run);
        }
    },
    LESS("<") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return isLess(left, right, run);
        }
    },
    GREATER(">") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return isLess(right, left, run);
        }
    };

    private final String sign;

    StandardOperator(String sign) {
        this.sign = sign;
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
