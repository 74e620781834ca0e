package org.fanfare.routing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.JsonPathFilter;
import org.fanfare.jsonpath.Budget;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.Document;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.syntax.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that forgets a match is worse than none: everything it finds is compared with evaluating everything. */
class FilterIndexTest {

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void findsAllMatchesOfRandomExpressionsInRandomDocuments(Dialect dialect) {
        Random random = new Random(20240229);
        RandomExpressions made = new RandomExpressions(random, dialect);
        int matches = 0;
        int candidates = 0;
        for (int round = 0; round < 10; round++) {
            FilterIndex index = new FilterIndex();
            List<SharedFilter> expressions = new ArrayList<>();
            while (expressions.size() < 600) {
                compiled(dialect, made.next()).ifPresent(path -> expressions.add(added(index, path)));
            }
            for (int i = 0; i < 60; i++) {
                Tally tally = compare(index, expressions, json(made.document(4)));
                matches += tally.matches();
                candidates += tally.candidates();
            }
        }
        assertThat(matches).as("the test tests something").isGreaterThan(50_000);
        assertThat(candidates).as("and the index does something").isLessThan(250_000);
    }

    /** What is decided is never evaluated: so it must be right. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void decidesOnlyWhatEvaluationWouldDecideAlike(Dialect dialect) {
        Random random = new Random(20231031);
        NearMisses made = new NearMisses(random, dialect);
        int decided = 0;
        int matches = 0;
        for (int round = 0; round < 100; round++) {
            made.newScalars();
            FilterIndex index = new FilterIndex();
            List<SharedFilter> expressions = new ArrayList<>();
            while (expressions.size() < 150) {
                compiled(dialect, made.expression()).ifPresent(path -> expressions.add(added(index, path)));
            }
            for (int i = 0; i < 20; i++) {
                Tally tally = compare(index, expressions, json(made.document()));
                decided += tally.decided();
                matches += tally.matches();
            }
        }
        assertThat(matches).as("hits").isGreaterThan(20_000);
        assertThat(decided).as("of them decided").isGreaterThan(3_000);
    }

    @Test
    void findsAllMatchesOfThePublishedExpressionsInTheirDocuments() {
        List<JsonObject> vectors = vectors();
        FilterIndex index = new FilterIndex();
        List<SharedFilter> expressions = vectors.stream()
                .map(vector -> compiled(Dialect.JSONPATH2, vector.getString("path")))
                .flatMap(Optional::stream)
                .map(path -> added(index, path))
                .toList();
        assertThat(expressions).hasSizeGreaterThan(300);

        int matches = vectors.stream()
                .filter(vector -> vector.containsKey("document"))
                .map(vector -> vector.get("document"))
                .distinct()
                .mapToInt(document -> compare(index, expressions, document).matches())
                .sum();

        assertThat(matches).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void forgetsWhatWasRemovedAndNothingElse(long seed) {
        Random random = new Random(seed);
        FilterIndex index = new FilterIndex();
        List<SharedFilter> expressions = new ArrayList<>();
        for (int change = 0; change < 3_000; change++) {
            Dialect dialect = Dialect.values()[random.nextInt(2)];
            RandomExpressions made = new RandomExpressions(random, dialect);
            if (!expressions.isEmpty() && random.nextInt(5) < 2) {
                index.remove(expressions.remove(random.nextInt(expressions.size())));
            } else {
                compiled(dialect, made.next()).ifPresent(path -> expressions.add(added(index, path)));
            }
            if (change % 50 == 0) {
                compare(index, expressions, json(made.document(4)));
            }
        }
        expressions.forEach(index::remove);

        assertThat(index.isEmpty()).isTrue();
    }

    /** Checks that the index finds what matches, and nothing that it does not hold. */
    private static Tally compare(FilterIndex index, List<SharedFilter> expressions, JsonValue json) {
        Document document = Document.of(json);
        List<SharedFilter> decided = index.candidates(facts(json)).certain();
        List<SharedFilter> candidates = all(index.candidates(facts(json)));
        Set<SharedFilter> matching = expressions.stream()
                .filter(expression -> matches(expression, document))
                .collect(Collectors.toSet());
        assertThat(Set.copyOf(expressions).containsAll(candidates)).isTrue();
        assertThat(Set.copyOf(candidates)).hasSameSizeAs(candidates);
        List<JsonPath> missed = matching.stream()
                .filter(filter -> !candidates.contains(filter))
                .map(FilterIndexTest::path)
                .toList();
        assertThat(missed)
                .as(() -> "missed in " + json + ", required: "
                        + missed.stream().map(JsonPath::requirements).toList())
                .isEmpty();
        List<JsonPath> wronglyDecided = decided.stream()
                .filter(filter -> !matching.contains(filter))
                .map(FilterIndexTest::path)
                .toList();
        assertThat(wronglyDecided)
                .as(() -> "decided in " + json + ", required: "
                        + wronglyDecided.stream().map(JsonPath::requirements).toList())
                .isEmpty();
        return new Tally(matching.size(), candidates.size(), decided.size());
    }

    /** Certain or not. */
    static List<SharedFilter> all(Candidates candidates) {
        return Stream.concat(candidates.certain().stream(), candidates.possible().stream())
                .toList();
    }

    private static JsonPath path(SharedFilter filter) {
        return ((JsonPathFilter) filter.filter()).path();
    }

    static boolean matches(SharedFilter expression, JsonValue json) {
        return matches(expression, Document.of(json));
    }

    private static boolean matches(SharedFilter expression, Document document) {
        return path(expression).matches(document, Budget.of(document)).matches();
    }

    static EventFacts facts(JsonValue json) {
        return EventFacts.of(JsonValue.EMPTY_JSON_OBJECT, json);
    }

    private record Tally(int matches, int candidates, int decided) {}

    private static SharedFilter added(FilterIndex index, JsonPath path) {
        SharedFilter expression = new SharedFilter(new JsonPathFilter(path));
        index.add(expression);
        return expression;
    }

    private static Optional<JsonPath> compiled(Dialect dialect, String text) {
        return JsonPath.compile(dialect, text, Limits.USUAL).expression();
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReaderFactory(Map.of()).createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static List<JsonObject> vectors() {
        try (JsonReader reader =
                Json.createReader(FilterIndexTest.class.getResourceAsStream("/vectors/jsonpath2.json"))) {
            JsonObject file = reader.readObject();
            return Stream.of("cases", "defects")
                    .flatMap(list -> file.getJsonArray(list).stream())
                    .map(JsonValue::asJsonObject)
                    .collect(Collectors.toList());
        }
    }
}
