package org.fanfare.filter;

import java.util.List;
import java.util.function.Function;

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

    /**
     * What the parts of a filter come to. They are asked in their order until one decides; if none does, a breakdown among
     * them is the answer, for who knows what that part would have said; if there is none, the opposite.
     *
     * @param decisive what settles it as soon as one part says so
     */
    static <T> Verdict of(List<T> parts, Function<T, Verdict> verdict, Plain decisive) {
        Verdict undecided = decisive == Plain.MATCH ? Plain.NO_MATCH : Plain.MATCH;
        for (T part : parts) {
            Verdict ofPart = verdict.apply(part);
            if (ofPart == decisive) {
                return decisive;
            }
            if (ofPart.isBroken() && !undecided.isBroken()) {
                undecided = ofPart;
            }
        }
        return undecided;
    }

    /** The opposite. What is broken stays broken: nobody is to get events because his filter failed. */
    default Verdict negated() {
        return isBroken() ? this : of(!isMatch());
    }

    default boolean isMatch() {
        return this == Plain.MATCH;
    }

    default boolean isBroken() {
        return this instanceof Broken;
    }
}
