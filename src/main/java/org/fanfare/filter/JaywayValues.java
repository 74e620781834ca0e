package org.fanfare.filter;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Values as the library json-path gives them, as JSON again: each when it is asked for, as few may be. */
record JaywayValues(List<Object> values) {

    Iterable<JsonValue> json() {
        return () -> values.stream().map(JaywayValues::json).iterator();
    }

    private static JsonValue json(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = EventFacts.JSON.createObjectBuilder();
            map.forEach((name, member) -> object.add(name.toString(), json(member)));
            return object.build();
        }
        if (value instanceof Collection<?> list) {
            JsonArrayBuilder array = EventFacts.JSON.createArrayBuilder();
            list.forEach(element -> array.add(json(element)));
            return array.build();
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Number number ? json(number) : EventFacts.JSON.createValue(value.toString());
    }

    private static JsonValue json(Number number) {
        if (number instanceof BigDecimal exact) {
            return EventFacts.JSON.createValue(exact);
        }
        if (number instanceof BigInteger whole) {
            return EventFacts.JSON.createValue(whole);
        }
        if (number instanceof Long || number instanceof Integer) {
            return EventFacts.JSON.createValue(number.longValue());
        }
        return Double.isFinite(number.doubleValue())
                ? EventFacts.JSON.createValue(number.doubleValue())
                : EventFacts.JSON.createValue(number.toString());
    }
}
