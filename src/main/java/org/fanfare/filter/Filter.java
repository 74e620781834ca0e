package org.fanfare.filter;

import org.fanfare.jsonpath.Budget;
import org.fanfare.trait.Requirements;

/** A question to events, compiled. Immutable and thread-safe; equal if it asks the same in the same way. */
public sealed interface Filter
        permits AllFilter,
                AnyFilter,
                AttributeFilter,
                BrokenFilter,
                JaywayFilter,
                JsonPathFilter,
                NotFilter,
                SqlFilter {

    /** Asks the question. What it costs is taken from the budget; a filter that outruns it is broken. */
    Verdict test(EventFacts event, Budget budget);

    /** What can be told of the events that match; worked out anew each time, and always the same. */
    Requirements requirements();
}
