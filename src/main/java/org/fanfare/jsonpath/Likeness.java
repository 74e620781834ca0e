package org.fanfare.jsonpath;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/** When two values are equal: alike in both dialects but for booleans. */
enum Likeness {
    /** {@code true} is 1 and {@code false} is 0. */
    PYTHON {
        @Override
        boolean areNumbers(JsonValue left, JsonValue right) {
            return Numbers.isNumeric(left) && Numbers.isNumeric(right);
        }
    },
    /** Values of different types are never equal. */
    STANDARD {
        @Override
        boolean areNumbers(JsonValue left, JsonValue right) {
            return left instanceof JsonNumber && right instanceof JsonNumber;
        }
    };

    abstract boolean areNumbers(JsonValue left, JsonValue right);

    boolean same(JsonValue left, JsonValue right, Run run) {
        run.enter();
        boolean same = compare(left, right, run);
        run.leave();
        return same;
    }

    private boolean compare(JsonValue left, JsonValue right, Run run) {
        if (left instanceof JsonString one) {
            return right instanceof JsonString other && sameText(one.getString(), other.getString(), run);
        }
        if (areNumbers(left, right)) {
            return Numbers.compare(left, right) == 0;
        }
        if (left instanceof JsonArray one) {
            return right instanceof JsonArray other && one.size() == other.size() && sameElements(one, other, run);
        }
        if (left instanceof JsonObject one) {
            return right instanceof JsonObject other && one.size() == other.size() && sameMembers(one, other, run);
        }
        return left.getValueType() == right.getValueType() && !(left instanceof JsonNumber);
    }

    private static boolean sameText(String one, String other, Run run) {
        if (one.length() != other.length()) {
            return false;
        }
        if (one.length() > 32) {
            run.budget().chargeText(one.length());
        }
        return one.equals(other);
    }

    private boolean sameElements(JsonArray one, JsonArray other, Run run) {
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i), run)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameMembers(JsonObject one, JsonObject other, Run run) {
        for (Map.Entry<String, JsonValue> member : one.entrySet()) {
            JsonValue counterpart = other.get(member.getKey());
            if (counterpart == null || !same(member.getValue(), counterpart, run)) {
                return false;
            }
        }
        return true;
    }
}
