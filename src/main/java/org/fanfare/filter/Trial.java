package org.fanfare.filter;

import java.util.Optional;
import java.util.function.Supplier;
import org.fanfare.jsonpath.Budget;
import org.fanfare.trait.Requirements;

/**
 * A filter put to single events, with the answer that routing would give: what the filter's requirements rule out is no
 * match, and cannot break down.
 */
public final class Trial {

    private final Filter filter;
    private final Requirements requirements;

    public Trial(Filter filter) {
        this.filter = filter;
        this.requirements = filter.requirements();
    }

    public Verdict verdict(EventFacts event, Budget budget) {
        return isPossible(new Sightings(event)) ? filter.test(event, budget) : Verdict.Plain.NO_MATCH;
    }

    /**
     * The same, and why.
     *
     * @param budgets makes budgets that are each enough for the filter; a few are taken
     * @param room for values of the event
     */
    public Account explain(EventFacts event, Supplier<Budget> budgets, Room room) {
        Sightings sightings = new Sightings(event);
        boolean candidate = isPossible(sightings);
        Explainer explainer = new Explainer(event, sightings, budgets, room);
        Explanation explanation = explainer.of(filter);
        return new Account(
                candidate,
                candidate ? filter.test(event, budgets.get()) : Verdict.Plain.NO_MATCH,
                explanation instanceof Explanation.OfText text ? text.conditions() : explainer.conditions(requirements),
                explanation);
    }

    /** What the filter selects of the event, or the first of it, if it is of a language that selects. */
    public Optional<Excerpt> values(EventFacts event, Supplier<Budget> budgets, Room room) {
        return Explainer.values(filter, event, budgets, room);
    }

    private boolean isPossible(Sightings sightings) {
        return requirements.all().stream()
                .allMatch(requirement -> sightings.meets(requirement).orElse(true));
    }
}
