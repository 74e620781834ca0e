package org.fanfare.filter;

import org.fanfare.jsonpath.Budget;
import org.fanfare.trait.Requirements;

/**
 * What was accepted once and cannot be read now, perhaps because its dialect was switched off since. It breaks down on
 * every event, so that its owner hears of it.
 */
public record BrokenFilter(String sentence) implements Filter {

    @Override
    public Verdict test(EventFacts event, Budget budget) {
        return new Verdict.Broken(sentence);
    }

    @Override
    public Requirements requirements() {
        return Requirements.UNKNOWN;
    }
}
