package org.fanfare.cesql;

/** The operators on booleans. */
enum Logic {
    AND,
    OR,
    XOR;

    /** Whether the left side alone decides; then the right side is not evaluated. */
    boolean isDecidedBy(boolean left) {
        return this == AND && !left || this == OR && left;
    }

    /** The answer where the left side did not decide. */
    boolean apply(boolean left, boolean right) {
        return this == XOR ? left != right : right;
    }

    Outlook outlook(Outlook left, Outlook right) {
        return switch (this) {
            case AND -> left.and(right);
            case OR -> left.or(right);
            case XOR -> left.with(right);
        };
    }
}
