package org.fanfare.filter;

import java.util.Optional;
import java.util.function.Supplier;
import org.fanfare.jsonpath.Budget;
import org.fanfare.trait.Requirements;

/**
 * A filter put to single events, with the answer that routing would give: what the filter's requirements rule out is no
 * match, and does not count as a breakdown.
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

    /**
     * What the filter selects of an event that it matches, or the first of it; empty if it is of a language that selects
     * nothing.
     */
    public Optional<Excerpt> values(EventFacts event, Supplier<Budget> budgets, Room room) {
        return Explainer.values(filter, event, budgets, room);
    }

    /** Whether the filter is of a language that selects values. */
    public boolean isSelecting() {
        return filter instanceof JsonPathFilter || filter instanceof JaywayFilter;
    }

    private boolean isPossible(Sightings sightings) {
        return requirements.all().stream()
                .allMatch(requirement -> sightings.meets(requirement).orElse(true));
    }
}
