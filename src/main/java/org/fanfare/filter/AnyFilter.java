package org.fanfare.filter;

import java.util.List;
import org.fanfare.jsonpath.Budget;
import org.fanfare.trait.Requirements;

/** At least one part matches. Parts behind the first that does are not asked. */
public record AnyFilter(List<Filter> parts) implements Filter {

    public AnyFilter {
        parts = List.copyOf(parts);
    }

    /** The filter of these parts: of one, itself. */
    public static Filter of(List<Filter> parts) {
        return parts.size() == 1 ? parts.get(0) : new AnyFilter(parts);
    }

    @Override
    public Verdict test(EventFacts event, Budget budget) {
        return Verdict.of(parts, part -> part.test(event, budget), Verdict.Plain.MATCH);
    }

    @Override
    public Requirements requirements() {
        return Requirements.anyOf(parts.stream().map(Filter::requirements).toList());
    }
}
