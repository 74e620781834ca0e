package org.fanfare.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.jsonpath.Examples.jsonpath2;
import static org.fanfare.jsonpath.Examples.rejected;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the original library answers; where it is at odds with its own documentation, what that says. */
class Jsonpath2VectorsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void selectsWhatTheOriginalSelects(String name, JsonObject vector) {
        JsonPath path = jsonpath2(vector.getString("path"));

        assertThat(Examples.select(path, vector.get("document")).values()).isEqualTo(vector.getJsonArray("expected"));
        assertThat(Examples.matches(path, vector.get("document")).matches()).isEqualTo(vector.getBoolean("matches"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void printsWhatTheOriginalPrints(String name, JsonObject vector) {
        assertThat(jsonpath2(vector.getString("path")).canonical()).isEqualTo(vector.getString("canonical"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaking")
    void reportsAFaultWhereTheOriginalRaises(String name, JsonObject vector) {
        Evaluation evaluation = Examples.select(jsonpath2(vector.getString("path")), vector.get("document"));

        assertThat(evaluation.matches()).isFalse();
        assertThat(evaluation.fault())
                .hasValueSatisfying(fault ->
                        assertThat(fault.reason()).isIn(Evaluation.Reason.CONTAINS, Evaluation.Reason.ZERO_STEP));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void rejectsWhatTheOriginalRejects(String name, JsonObject vector) {
        String text = vector.getString("path");

        assertThat(rejected(Dialect.JSONPATH2, text).position()).isBetween(0, text.length());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void followsTheDocumentationWhereTheOriginalDoesNot(String name, JsonObject vector) {
        Evaluation evaluation = Examples.select(jsonpath2(vector.getString("path")), vector.get("document"));

        assertThat(evaluation.values()).isEqualTo(vector.getJsonArray("documented"));
    }

    static Stream<Arguments> valid() {
        return vectors("cases").filter(vector -> vector.containsKey("expected")).map(Jsonpath2VectorsTest::named);
    }

    static Stream<Arguments> breaking() {
        return vectors("cases")
                .filter(vector -> vector.containsKey("evaluation_error"))
                .map(Jsonpath2VectorsTest::named);
    }

    static Stream<Arguments> invalid() {
        return vectors("cases")
                .filter(vector -> vector.getBoolean("invalid", false))
                .map(Jsonpath2VectorsTest::named);
    }

    static Stream<Arguments> defects() {
        return vectors("defects").map(Jsonpath2VectorsTest::named);
    }

    private static Arguments named(JsonObject vector) {
        return Arguments.of(vector.getString("name"), vector);
    }

    private static Stream<JsonObject> vectors(String list) {
        try (InputStream file = Jsonpath2VectorsTest.class.getResourceAsStream("/vectors/jsonpath2.json");
                var reader = Json.createReader(file)) {
            return reader.readObject().getJsonArray(list).stream().map(JsonValue::asJsonObject);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
