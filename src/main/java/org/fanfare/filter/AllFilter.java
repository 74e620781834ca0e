package org.fanfare.filter;

import java.util.List;
import org.fanfare.jsonpath.Budget;
import org.fanfare.trait.Requirements;

/** All parts match; with no part, every event does. Parts behind the first that does not match are not asked. */
public record AllFilter(List<Filter> parts) implements Filter {

    public AllFilter {
        parts = List.copyOf(parts);
    }

    /** The filter of these parts: of one, itself. */
    public static Filter of(List<Filter> parts) {
        return parts.size() == 1 ? parts.get(0) : new AllFilter(parts);
    }

    @Override
    public Verdict test(EventFacts event, Budget budget) {
        return Verdict.of(parts, part -> part.test(event, budget), Verdict.Plain.NO_MATCH);
    }

    @Override
    public Requirements requirements() {
        return Requirements.allOf(parts.stream().map(Filter::requirements).toList());
    }
}
