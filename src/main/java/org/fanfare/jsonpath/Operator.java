package org.fanfare.jsonpath;

import jakarta.json.JsonValue;

/** jsonpath2's comparisons of two values. */
enum Operator {
    EQUAL("=", Bearing.SAME) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return Likeness.PYTHON.same(left, right, run);
        }
    },
    NOT_EQUAL("!=", Bearing.ANY) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return !Likeness.PYTHON.same(left, right, run);
        }
    },
    LESS("<", Bearing.UNDER) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return areNumbers(left, right) && Numbers.compare(left, right) < 0;
        }
    },
    LESS_OR_EQUAL("<=", Bearing.UP_TO) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return areNumbers(left, right) && Numbers.compare(left, right) <= 0;
        }
    },
    GREATER(">", Bearing.OVER) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return areNumbers(left, right) && Numbers.compare(left, right) > 0;
        }
    },
    GREATER_OR_EQUAL(">=", Bearing.FROM) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return areNumbers(left, right) && Numbers.compare(left, right) >= 0;
        }
    },
    CONTAINS("contains", Bearing.ANY) {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return Containment.holds(left, right, run);
        }
    };

    private final String sign;
    private final Bearing bearing;

    Operator(String sign, Bearing bearing) {
        this.sign = sign;
        this.bearing = bearing;
    }

    /** How two values stand to each other for which this holds. */
    Bearing bearing() {
        return bearing;
    }

    String sign() {
        return sign;
    }

    abstract boolean holds(JsonValue left, JsonValue right, Run run);

    /** Only numbers order; booleans are numbers here. */
    private static boolean areNumbers(JsonValue left, JsonValue right) {
        return Numbers.isNumeric(left) && Numbers.isNumeric(right);
    }
}
