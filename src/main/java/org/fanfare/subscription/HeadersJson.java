package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fanfare.sending.Redaction;
import org.fanfare.wire.JsonText;

/** The headers that a subscription adds to its deliveries, as JSON; some of them are secrets by their names. */
final class HeadersJson {

    private HeadersJson() {}

    /** The headers, where one holds only the mask with the value that is stored under its name. */
    static JsonObject unmask(Map<String, String> headers, JsonObject stored) {
        JsonObjectBuilder unmasked = JsonText.JSON.createObjectBuilder();
        headers.forEach((name, value) ->
                unmasked.add(name, value.equals(AuthJson.MASK) ? stored.getString(name, value) : value));
        return unmasked.build();
    }

    /** The same without secrets. */
    static JsonObject mask(JsonObject headers) {
        JsonObjectBuilder masked = JsonText.JSON.createObjectBuilder();
        map(headers).forEach((name, value) -> masked.add(name, Redaction.isSecretHeader(name) ? AuthJson.MASK : value));
        return masked.build();
    }

    static Map<String, String> map(JsonObject headers) {
        Map<String, String> map = new LinkedHashMap<>();
        headers.keySet().forEach(name -> map.put(name, headers.getString(name)));
        return map;
    }
}
