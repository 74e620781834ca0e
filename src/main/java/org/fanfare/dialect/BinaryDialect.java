package org.fanfare.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.PercentEncoding;

/**
 * The binary mode of CloudEvents' HTTP binding (1.0.2, 3.1): the attributes in headers, the data as they came for a body.
 * Events of other versions get the names of 1.0.
 *
 * <p>A webhook needs a body and a media type (HTTP webhook 1.0.2, 2.1), so an event without data, or with data of which
 * nobody knows what they are, goes in the structured mode.
 */
final class BinaryDialect implements Dialect {

    private static final String CONTENT_TYPE = "datacontenttype";

    @Override
    public String wireName() {
        return "cloudevents-binary";
    }

    @Override
    public OutgoingRequest request(String deliveryId, OutgoingEvent event, JsonObject extensions) {
        JsonObject attributes = AttributesInV1.of(event, extensions);
        Optional<EventData> data = EventData.of(event);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Fanfare");
        headers.put("webhook-id", deliveryId);
        Optional<String> type = data.flatMap(EventData::contentType);
        if (type.isEmpty()) {
            headers.put("Content-Type", "application/cloudevents+json");
            return new OutgoingRequest(method(), headers, structured(attributes, data));
        }
        headers.put("Content-Type", type.get());
        attributes.forEach((name, value) -> {
            if (!name.equals(CONTENT_TYPE)) {
                headers.put("ce-" + name, encoded(text(value)));
            }
        });
        return new OutgoingRequest(method(), headers, data.get().bytes());
    }

    private static byte[] structured(JsonObject attributes, Optional<EventData> data) {
        RawObject whole = RawObject.of(attributes);
        return data.map(found -> Base64.getEncoder().encodeToString(found.bytes()))
                .map(base64 -> whole.with("data_base64", RawObject.bytes(JsonText.JSON.createValue(base64))))
                .orElse(whole)
                .bytes();
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    /** Percent-encodes what may not stand in a header: HTTP binding 1.0.2, 3.1.3.2. */
    private static String encoded(String text) {
        return PercentEncoding.encode(text, each -> each >= 0x21 && each <= 0x7E && each != '"' && each != '%');
    }
}
