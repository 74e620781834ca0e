package org.fanfare.filter;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** JSON of all kinds, with names that filters and expressions know. */
final class FuzzedJson {

    private FuzzedJson() {}

    static Arbitrary<JsonValue> values(int depth) {
        if (depth == 0) {
            return scalars();
        }
        Arbitrary<JsonValue> inner = values(depth - 1);
        Arbitrary<String> names = Arbitraries.of(
                "a", "b", "data", "type", "exact", "prefix", "all", "any", "not", "sql", "/filters/jsonpath2", "$", "");
        return Arbitraries.oneOf(
                scalars(),
                inner.list().ofMaxSize(6).map(FuzzedJson::array),
                Arbitraries.maps(names, inner).ofMaxSize(4).map(FuzzedJson::object));
    }

    static Arbitrary<JsonValue> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "x", "$.a", "true", "12", "aaaaaaaaaaaaaaaaaaaa", "é", "a".repeat(5000))
                        .map(Json::createValue),
                Arbitraries.of(0.0, -1.5, 1e300, 9007199254740993.0).map(Json::createValue),
                Arbitraries.integers().between(-3, 3).map(Json::createValue),
                Arbitraries.of(JsonValue.TRUE, JsonValue.FALSE, JsonValue.NULL));
    }

    static JsonValue array(List<JsonValue> values) {
        var array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }

    static JsonObject object(Map<String, JsonValue> members) {
        var object = Json.createObjectBuilder();
        members.forEach(object::add);
        return object.build();
    }

    static JsonValue nested(int levels) {
        JsonValue value = Json.createValue("x");
        for (int i = 0; i < levels; i++) {
            value = i % 2 == 0 ? array(List.of(value)) : object(Map.of("a", value));
        }
        return value;
    }
}
