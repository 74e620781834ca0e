package org.fanfare.filter;

import org.fanfare.jsonpath.Budget;
import org.fanfare.trait.Requirements;

/** The part does not match. */
public record NotFilter(Filter part) implements Filter {

    @Override
    public Verdict test(EventFacts event, Budget budget) {
        return part.test(event, budget).negated();
    }

    @Override
    public Requirements requirements() {
        return Requirements.UNKNOWN;
    }
}
