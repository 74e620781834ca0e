package org.fanfare.cesql;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.stream.Stream;
import org.fanfare.cesql.Evaluation.Reason;
import org.fanfare.syntax.Compilation;
import org.fanfare.syntax.Compilation.Rejected;
import org.fanfare.testing.JsonTexts;
import org.fanfare.testing.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** C1: the specification's own tests. */
class CesqlTckTest {

    private static final JsonObject EVENT = JsonTexts.object("""
            {"specversion": "1.0", "id": "an-id", "source": "/a/source", "type": "a.type"}""");

    private static final Map<String, Reason> REASONS = Map.of(
            "math", Reason.MATH,
            "cast", Reason.CAST,
            "missingAttribute", Reason.MISSING_ATTRIBUTE,
            "missingFunction", Reason.MISSING_FUNCTION,
            "functionEvaluation", Reason.FUNCTION);

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answersAsTheSpecificationsTests(JsonObject vector) {
        Compilation<Cesql> compilation = Cesql.compile(vector.getString("expression"));
        if (vector.getString("error", "").equals("parse")) {
            assertThat(compilation).isInstanceOf(Rejected.class);
            return;
        }
        Evaluation evaluation = compilation.expression().orElseThrow().evaluate(event(vector), Cesql.MAX_STEPS);

        assertThat(Expressions.plain(evaluation.value())).isEqualTo(plain(vector.get("result")));
        assertThat(evaluation.fault().map(Evaluation.Faulted::reason).orElse(null))
                .isEqualTo(vector.containsKey("error") ? REASONS.get(vector.getString("error")) : null);
        assertThat(evaluation.matches())
                .isEqualTo(!vector.containsKey("error") && vector.get("result") == JsonValue.TRUE);
    }

    static Stream<Named<JsonObject>> cases() {
        return Vectors.of("cesql.json", "cases");
    }

    private static JsonObject event(JsonObject vector) {
        var event = Json.createObjectBuilder(EVENT);
        vector.getOrDefault("attributes", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach(event::add);
        return event.build();
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.intValueExact();
        }
        return value instanceof JsonString string ? string.getString() : (Object) (value == JsonValue.TRUE);
    }
}
