package org.fanfare.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.jsonpath.Examples.compiled;
import static org.fanfare.jsonpath.Examples.rejected;
import static org.junit.jupiter.api.Assumptions.abort;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The JSONPath compliance test suite, where it is at hand; {@link Rfc9535ExamplesTest} is tested everywhere. */
class Rfc9535ComplianceTest {

    private static final Path SUITE =
            Path.of(System.getProperty("fanfare.shared", "../shared"), "vectors", "rfc9535-cts.json");

    @TestFactory
    Stream<DynamicTest> answersAsTheSuiteSays() throws IOException {
        if (!Files.isReadable(SUITE)) {
            return Stream.of(DynamicTest.dynamicTest("suite", () -> abort("the compliance suite is not at " + SUITE)));
        }
        try (var reader = Json.createReader(Files.newBufferedReader(SUITE))) {
            return reader.readObject().getJsonArray("tests").stream()
                    .map(JsonValue::asJsonObject)
                    .map(test -> DynamicTest.dynamicTest(test.getString("name"), () -> check(test)));
        }
    }

    private static void check(JsonObject test) {
        String selector = test.getString("selector");
        if (test.getBoolean("invalid_selector", false)) {
            assertThat(rejected(Dialect.RFC9535, selector).position()).isBetween(0, selector.length());
            return;
        }
        Evaluation evaluation = Examples.select(compiled(Dialect.RFC9535, selector), test.get("document"));

        assertThat(evaluation.fault()).isEmpty();
        assertThat(JsonValue.class.cast(
                        Json.createArrayBuilder(evaluation.values()).build()))
                .isIn(allowed(test));
    }

    private static List<JsonValue> allowed(JsonObject test) {
        return test.containsKey("result") ? List.of(test.get("result")) : test.getJsonArray("results");
    }
}
