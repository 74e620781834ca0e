package org.fanfare.filter;

/** What a filter makes of an event. */
public sealed interface Verdict {

    /** The answers that need no words. */
    enum Plain implements Verdict {
        MATCH,
        NO_MATCH
    }

    /**
     * The filter could not be evaluated to its end. It counts as no match.
     *
     * @param sentence why, for the owner of the filter
     */
    record Broken(String sentence) implements Verdict {}

    static Verdict of(boolean matches) {
        return matches ? Plain.MATCH : Plain.NO_MATCH;
    }

    default boolean isMatch() {
        return this == Plain.MATCH;
    }

    default boolean isBroken() {
        return this instanceof Broken;
    }
}
