package org.fanfare.filter;

import org.fanfare.jsonpath.Budget;
import org.fanfare.jsonpath.Evaluation;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.trait.Requirements;

/** The expression selects something in the event as one JSON document. */
public record JsonPathFilter(JsonPath path) implements Filter {

    @Override
    public Verdict test(EventFacts event, Budget budget) {
        Evaluation evaluation = path.matches(event.document(), budget);
        return evaluation
                .fault()
                .<Verdict>map(fault -> new Verdict.Broken(fault.sentence()))
                .orElseGet(() -> Verdict.of(evaluation.matches()));
    }

    @Override
    public Requirements requirements() {
        return path.requirements();
    }
}
