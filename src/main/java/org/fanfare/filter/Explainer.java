package org.fanfare.filter;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.fanfare.cesql.Evaluation;
import org.fanfare.jsonpath.Budget;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.trait.Requirements;

/**
 * Walks through a filter and looks at each part on its own, also at those that a test of the whole would not have come to.
 * All parts share one budget for their verdicts and one for what they select; a part for which it is not enough is
 * explained as broken. Not thread-safe.
 */
final class Explainer {

    private final EventFacts event;
    private final Sightings sightings;
    private final Budget budget;
    private final Supplier<Budget> budgets;
    private final Room room;

    /** @param budgets makes a budget that is enough for the whole filter */
    Explainer(EventFacts event, Sightings sightings, Supplier<Budget> budgets, Room room) {
        this.event = event;
        this.sightings = sightings;
        this.budget = budgets.get();
        this.budgets = budgets;
        this.room = room;
    }

    List<Condition> conditions(Requirements requirements) {
        return requirements.all().stream()
                .map(each -> Condition.of(each, sightings, room))
                .toList();
    }

    Explanation of(Filter filter) {
        if (filter instanceof AllFilter all) {
            return Explanation.OfParts.all(all.parts().stream().map(this::of).toList());
        }
        if (filter instanceof AnyFilter any) {
            return Explanation.OfParts.any(any.parts().stream().map(this::of).toList());
        }
        if (filter instanceof NotFilter not) {
            return Explanation.OfParts.not(of(not.part()));
        }
        if (filter instanceof AttributeFilter attributes) {
            return ofAttributes(attributes);
        }
        if (filter instanceof SqlFilter sql) {
            return ofSql(sql);
        }
        if (filter instanceof JsonPathFilter jsonPath) {
            return ofPath(
                    FilterDialect.of(jsonPath.path().dialect()), jsonPath.path().text(), filter);
        }
        if (filter instanceof JaywayFilter jayway) {
            return ofPath(FilterDialect.JAYWAY, jayway.path().text(), filter);
        }
        if (filter instanceof BrokenFilter broken) {
            return new Explanation.Unreadable(broken.sentence());
        }
        throw new IllegalStateException("not known here: " + filter);
    }

    private Explanation ofAttributes(AttributeFilter filter) {
        JsonObjectBuilder found = EventFacts.JSON.createObjectBuilder();
        filter.texts().keySet().forEach(name -> found.add(name, event.texts().getOrDefault(name, JsonValue.NULL)));
        Optional<String> failed = filter.texts().entrySet().stream()
                .filter(wanted -> !new AttributeFilter(
                                filter.comparison(), new TreeMap<>(Map.of(wanted.getKey(), wanted.getValue())))
                        .test(event, budget)
                        .isMatch())
                .map(Map.Entry::getKey)
                .findFirst();
        return new Explanation.OfAttributes(filter, found.build(), failed);
    }

    private Explanation ofSql(SqlFilter filter) {
        Verdict verdict = filter.test(event, budget);
        Optional<String> note = verdict.isMatch()
                ? Optional.empty()
                : filter.expression()
                        .evaluate(event.attributes(), budgets.get().left())
                        .fault()
                        .filter(fault -> fault.reason().isOfExpression())
                        .map(Evaluation.Faulted::sentence);
        return new Explanation.OfText(
                FilterDialect.SQL,
                filter.expression().text(),
                verdict,
                note,
                conditions(filter.requirements()),
                Excerpt.EMPTY);
    }

    private Explanation ofPath(FilterDialect dialect, String text, Filter filter) {
        Verdict verdict = filter.test(event, budget);
        Excerpt values =
                verdict.isMatch() ? values(filter, event, budgets, room).orElse(Excerpt.EMPTY) : Excerpt.EMPTY;
        return new Explanation.OfText(
                dialect, text, verdict, Optional.empty(), conditions(filter.requirements()), values);
    }

    /** The first values that are selected, if the filter is of a language that selects; it is known to match. */
    static Optional<Excerpt> values(Filter filter, EventFacts event, Supplier<Budget> budgets, Room room) {
        if (filter instanceof JsonPathFilter jsonPath) {
            return Optional.of(values(jsonPath.path(), event, budgets, room));
        }
        if (filter instanceof JaywayFilter jayway
                && filter.test(event, budgets.get()).isMatch()) {
            List<Object> values =
                    jayway.path().select(event.tree(), Excerpt.MOST + 1).values();
            return Optional.of(room.excerpt(new JaywayValues(values).json()));
        }
        return Optional.empty();
    }

    /** To select all may be too much where to find the first was not. */
    private static Excerpt values(JsonPath path, EventFacts event, Supplier<Budget> budgets, Room room) {
        var all = path.select(event.document(), budgets.get());
        if (all.fault().isEmpty()) {
            return room.excerpt(all.values());
        }
        List<JsonValue> first = path.matches(event.document(), budgets.get()).values();
        return new Excerpt(room.excerpt(first).values(), !first.isEmpty());
    }
}
