package org.fanfare.jsonpath;

import jakarta.json.JsonValue;

/** jsonpath2's comparisons of two values. */
enum Operator {
    EQUAL("=") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return Likeness.PYTHON.same(left, right, run);
        }
    },
    NOT_EQUAL("!=") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return !Likeness.PYTHON.same(left, right, run);
        }
    },
    LESS("<") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return areNumbers(left, right) && Numbers.compare(left, right) < 0;
        }
    },
    LESS_OR_EQUAL("<=") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return areNumbers(left, right) && Numbers.compare(left, right) <= 0;
        }
    },
    GREATER(">") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return areNumbers(left, right) && Numbers.compare(left, right) > 0;
        }
    },
    GREATER_OR_EQUAL(">=") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return areNumbers(left, right) && Numbers.compare(left, right) >= 0;
        }
    },
    CONTAINS("contains") {
        @Override
        boolean holds(JsonValue left, JsonValue right, Run run) {
            return Containment.holds(left, right, run);
        }
    };

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
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
