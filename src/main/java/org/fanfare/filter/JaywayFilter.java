package org.fanfare.filter;

import org.fanfare.jayway.Evaluation;
import org.fanfare.jayway.JaywayPath;
import org.fanfare.jayway.JaywayTree;
import org.fanfare.jsonpath.Budget;
import org.fanfare.trait.Requirements;

/**
 * The path of the library json-path selects something in the event as one JSON document. Nothing can be told of it without
 * evaluating it, and nobody counts the library's steps: it is charged beforehand what it takes at the most, about.
 */
public record JaywayFilter(JaywayPath path) implements Filter {

    /** So many characters of a path are as dear, for each value, as one step of a language of our own. */
    private static final int CHARACTERS_PER_STEP = 16;

    @Override
    public Verdict test(EventFacts event, Budget budget) {
        JaywayTree tree = event.tree();
        long steps = (long) tree.values() * (1 + path.text().length() / CHARACTERS_PER_STEP);
        long allowed = budget.left();
        budget.spend(steps);
        if (steps > allowed) {
            return new Verdict.Broken("The path takes more than %d steps on this document.".formatted(allowed));
        }
        Evaluation evaluation = path.matches(tree);
        return evaluation
                .fault()
                .<Verdict>map(fault -> new Verdict.Broken(fault.sentence()))
                .orElseGet(() -> Verdict.of(evaluation.matches()));
    }

    @Override
    public Requirements requirements() {
        return Requirements.UNKNOWN;
    }
}
