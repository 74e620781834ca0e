package org.fanfare.jsonpath;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Makes the values that functions answer and literals stand for. The provider is looked up once: that is slow. */
final class JsonValues {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonValues() {}

    static JsonString text(String text) {
        return PROVIDER.createValue(text);
    }

    static JsonNumber whole(int number) {
        return PROVIDER.createValue(number);
    }

    static JsonArray array(List<? extends JsonValue> elements) {
        return PROVIDER.createArrayBuilder(elements).build();
    }

    static JsonObject object(Map<String, JsonValue> members) {
        var builder = PROVIDER.createObjectBuilder();
        members.forEach(builder::add);
        return builder.build();
    }

    /** A number as it is written: an integer, or a float of 64 bits. */
    static JsonNumber number(String text) {
        if (text.chars().noneMatch(unit -> unit == '.' || unit == 'e' || unit == 'E')) {
            BigInteger whole = new BigInteger(text);
            return whole.bitLength() < Long.SIZE
                    ? PROVIDER.createValue(whole.longValue())
                    : PROVIDER.createValue(whole);
        }
        double rounded = Double.parseDouble(text);
        if (Double.isInfinite(rounded)) {
            return PROVIDER.createValue(new BigDecimal(rounded > 0 ? "1e400" : "-1e400"));
        }
        BigDecimal shortest = BigDecimal.valueOf(rounded);
        // Whatever it is equal to, a float is no integer; only the scale tells.
        return PROVIDER.createValue(shortest.scale() == 0 ? shortest.setScale(1) : shortest);
    }
}
