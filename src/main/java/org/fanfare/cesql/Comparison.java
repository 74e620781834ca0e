package org.fanfare.cesql;

/** The operators that compare. Equality is for all types, and the right side's type is the one; order is for integers. */
enum Comparison {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    boolean isOfEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    Value apply(Value left, Value right, Run run) {
        boolean holds = isOfEquality()
                ? areEqual(left, right, run) == (this == EQUAL)
                : isOrdered(Integer.compare(run.whole(left), run.whole(right)));
        return Value.Truth.of(holds && !run.failed());
    }

    private boolean isOrdered(int order) {
        return switch (this) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    /** Whether the left value is the right one, once it has the right one's type. */
    static boolean areEqual(Value left, Value right, Run run) {
        if (right instanceof Value.Text) {
            return run.text(left).equals(run.text(right));
        }
        return right instanceof Value.Whole whole
                ? run.whole(left) == whole.number()
                : run.truth(left) == ((Value.Truth) right).holds();
    }
}
