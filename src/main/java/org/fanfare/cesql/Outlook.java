package org.fanfare.cesql;

/**
 * What must be so if a part of an expression was evaluated without a fault.
 *
 * @param always in any case
 * @param whenTrue if its value, taken for a boolean, is true
 * @param whenFalse if it is false
 */
record Outlook(Facts always, Facts whenTrue, Facts whenFalse) {

    static final Outlook NONE = of(Facts.NONE);

    /** The value tells nothing more. */
    static Outlook of(Facts always) {
        return new Outlook(always, always, always);
    }

    Outlook negated() {
        return new Outlook(always, whenFalse, whenTrue);
    }

    /** Both are evaluated, and the value tells nothing about theirs. */
    Outlook with(Outlook other) {
        return of(always.and(other.always));
    }

    /** The other is evaluated only if this is true. */
    Outlook and(Outlook other) {
        return new Outlook(always, whenTrue.and(other.whenTrue), whenFalse.or(whenTrue.and(other.whenFalse)));
    }

    /** The other is evaluated only if this is false. */
    Outlook or(Outlook other) {
        return negated().and(other.negated()).negated();
    }
}
