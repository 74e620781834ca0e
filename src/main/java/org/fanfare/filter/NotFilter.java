package org.fanfare.filter;

import org.fanfare.jsonpath.Budget;
import org.fanfare.trait.Requirements;

/** The part does not match. What is broken stays broken: nobody is to get events because his filter failed. */
public record NotFilter(Filter part) implements Filter {

    @Override
    public Verdict test(EventFacts event, Budget budget) {
        Verdict verdict = part.test(event, budget);
        return verdict.isBroken() ? verdict : Verdict.of(!verdict.isMatch());
    }

    @Override
    public Requirements requirements() {
        return Requirements.UNKNOWN;
    }
}
