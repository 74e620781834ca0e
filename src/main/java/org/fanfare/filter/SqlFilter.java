package org.fanfare.filter;

import java.util.ArrayList;
import java.util.List;
import org.fanfare.cesql.Cesql;
import org.fanfare.cesql.Evaluation;
import org.fanfare.jsonpath.Budget;
import org.fanfare.trait.Place;
import org.fanfare.trait.Requirements;
import org.fanfare.trait.Trait;

/**
 * The CESQL expression is true of the event's attributes. Where it has no answer, for example because an attribute is
 * missing, that is no match and nothing to complain of (Subscriptions API, 3.2.4.1); only too many steps are.
 */
public record SqlFilter(Cesql expression) implements Filter {

    @Override
    public Verdict test(EventFacts event, Budget budget) {
        Evaluation evaluation = expression.evaluate(event.attributes(), budget.left(), budget::spend);
        return evaluation
                .fault()
                .filter(fault -> !fault.reason().isOfExpression())
                .<Verdict>map(fault -> new Verdict.Broken(fault.sentence()))
                .orElseGet(() -> Verdict.of(evaluation.matches()));
    }

    @Override
    public Requirements requirements() {
        List<Requirements> all = new ArrayList<>();
        expression.equalities().stream()
                .filter(wanted -> !wanted.values().isEmpty())
                .forEach(wanted -> all.add(Requirements.exactlyOneOf(wanted.values().stream()
                        .map(value -> new Trait.Equal(Place.ATTRIBUTES.member(wanted.attribute()), value))
                        .toList())));
        expression
                .required()
                .forEach(name -> all.add(Requirements.exactly(new Trait.Present(Place.ATTRIBUTES.member(name)))));
        return new Requirements(Requirements.allOf(all).all(), false);
    }
}
