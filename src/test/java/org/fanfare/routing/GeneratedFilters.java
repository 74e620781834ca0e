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
import org.fanfare.filter.AllFilter;
import org.fanfare.filter.AnyFilter;
import org.fanfare.filter.AttributeFilter;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.Filter;
import org.fanfare.filter.JsonPathFilter;
import org.fanfare.filter.NotFilter;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;

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
        return Arbitraries.oneOf(List.of(attributes(), jsonPath(Dialect.JSONPATH2), jsonPath(Dialect.RFC9535)));
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
        return Stream.generate(
                        () -> JsonPath.compile(dialect, made.expression()).path())
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
