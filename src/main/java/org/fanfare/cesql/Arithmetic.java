package org.fanfare.cesql;

import org.fanfare.cesql.Evaluation.Reason;

/** The operators on integers. */
enum Arithmetic {
    TIMES("*"),
    DIVIDED_BY("/"),
    MODULO("%"),
    PLUS("+"),
    MINUS("-");

    private final String sign;

    Arithmetic(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    Value apply(int left, int right, Run run) {
        if (right == 0 && (this == DIVIDED_BY || this == MODULO)) {
            return run.fail(Reason.MATH, "%d %s 0 is a division by zero.".formatted(left, sign), Value.Whole.ZERO);
        }
        long result = compute(left, right);
        if (result != (int) result) {
            String what = "%d %s %d is no integer of 32 bits.".formatted(left, sign, right);
            return run.fail(Reason.MATH, what, Value.Whole.ZERO);
        }
        return new Value.Whole((int) result);
    }

    private long compute(long left, long right) {
        return switch (this) {
            case TIMES -> left * right;
            case DIVIDED_BY -> left / right;
            case MODULO -> left % right;
            case PLUS -> left + right;
            case MINUS -> left - right;
        };
    }
}
