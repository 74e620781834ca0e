package org.fanfare.routing;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.fanfare.cesql.Cesql;
import org.fanfare.filter.AllFilter;
import org.fanfare.filter.AnyFilter;
import org.fanfare.filter.AttributeFilter;
import org.fanfare.filter.BrokenFilter;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.Filter;
import org.fanfare.filter.JaywayFilter;
import org.fanfare.filter.JsonPathFilter;
import org.fanfare.filter.NotFilter;
import org.fanfare.filter.SqlFilter;
import org.fanfare.jayway.JaywayPath;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.syntax.Limits;

/**
 * Filters of every kind, and events that they may match.
 *
 * @param values which {@linkplain NearMisses#valuesAlike values} both have
 */
record GeneratedFilters(int values) {

    private static final List<String> NAMES = List.of("type", "source", "subject", "size");
    private static final List<String> TEXTS = List.of("x", "xy", "y", "", "1", "true");

    /** Filters that have no parts: a new kind of filter is added here. */
    private Arbitrary<Filter> leaves() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, attributes()),
                Tuple.of(4, jsonPath(Dialect.JSONPATH2)),
                Tuple.of(4, jsonPath(Dialect.RFC9535)),
                Tuple.of(4, sql(2)),
                Tuple.of(1, jayway()),
                Tuple.of(1, Arbitraries.just(new BrokenFilter("It cannot be read."))));
    }

    private static Arbitrary<Filter> sql(int depth) {
        return condition(depth)
                .map(text -> new SqlFilter(Cesql.compile(text).expression().orElseThrow()));
    }

    private static Arbitrary<String> condition(int depth) {
        Arbitrary<String> names = Arbitraries.of(NAMES);
        Arbitrary<String> texts = Arbitraries.of(TEXTS).map(text -> "'" + text + "'");
        Arbitrary<String> leaf = Arbitraries.oneOf(
                Combinators.combine(names, Arbitraries.of("=", "!=", "<", "LIKE"), texts)
                        .as((name, operator, text) -> name + " " + operator + " " + text),
                Combinators.combine(texts, names).as((text, name) -> text + " = " + name),
                Combinators.combine(names, texts, texts)
                        .as((name, one, other) -> "%s IN (%s, %s)".formatted(name, one, other)),
                names.map(name -> "EXISTS " + name),
                Arbitraries.of("size > 0", "size = 1", "TRUE", "FALSE", "flag"));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inner = condition(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                Combinators.combine(inner, Arbitraries.of("AND", "OR", "XOR"), inner)
                        .as((left, operator, right) -> "(%s) %s (%s)".formatted(left, operator, right)),
                inner.map(part -> "NOT (" + part + ")"));
    }

    private static Arbitrary<Filter> jayway() {
        return Arbitraries.of("$", "$.a", "$..b", "$.data[*].a", "$.data[?(@.a == 'x')]", "$[?(@.type == 'x')]")
                .map(text ->
                        new JaywayFilter(JaywayPath.compile(text).expression().orElseThrow()));
    }

    Arbitrary<Filter> filters() {
        return filters(2);
    }

    private Arbitrary<Filter> filters(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<Filter> part = filters(depth - 1);
        Arbitrary<List<Filter>> parts = part.list().ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(5, leaves()),
                Tuple.of(3, parts.map(AllFilter::new)),
                Tuple.of(2, parts.map(AnyFilter::new)),
                Tuple.of(1, part.map(NotFilter::new)));
    }

    private static Arbitrary<Filter> attributes() {
        return Combinators.combine(
                        Arbitraries.of(AttributeFilter.Comparison.class),
                        Arbitraries.maps(Arbitraries.of(NAMES), Arbitraries.of(TEXTS))
                                .ofMinSize(1)
                                .ofMaxSize(2))
                .as((comparison, texts) -> new AttributeFilter(comparison, new TreeMap<>(texts)));
    }

    private Arbitrary<Filter> jsonPath(Dialect dialect) {
        return Arbitraries.randomValue(random -> new JsonPathFilter(path(dialect, random)));
    }

    private JsonPath path(Dialect dialect, Random random) {
        NearMisses made = nearMisses(random, dialect);
        return Stream.generate(() -> JsonPath.compile(dialect, made.expression(), Limits.USUAL)
                        .expression())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /** Events with some of the attributes, and with documents that have nothing to do with those. */
    Arbitrary<EventFacts> events() {
        Arbitrary<JsonValue> texts = Arbitraries.of(TEXTS).map(text -> PacificaMix.json("\"" + text + "\""));
        Arbitrary<JsonValue> others = Arbitraries.of("1", "-7", "true", "false").map(PacificaMix::json);
        return Combinators.combine(
                        Arbitraries.maps(Arbitraries.of(NAMES), Arbitraries.oneOf(texts, others)),
                        Arbitraries.randomValue(
                                random -> nearMisses(random, Dialect.JSONPATH2).document()))
                .as((attributes, document) -> EventFacts.of(
                        Json.createObjectBuilder(new TreeMap<String, Object>(attributes))
                                .build(),
                        PacificaMix.json(document)));
    }

    private NearMisses nearMisses(Random random, Dialect dialect) {
        NearMisses made = new NearMisses(random, dialect);
        made.valuesAlike(values);
        return made;
    }
}
