package org.fanfare.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fanfare.wire.JsonText;

/**
 * The payload that Standard Webhooks 1.0.0 recommends: {@code {"type", "timestamp", "data"}}. The type is the event's;
 * the timestamp is the event's time, and left out where the event has none; the data are the event's, byte for byte where
 * they are JSON, a string where they are text, null where there are none. Data that are neither are in base64 in a member
 * {@code data_base64}, as CloudEvents has it.
 *
 * <p>What else the event says of itself (its id and source, extensions) stands in a fourth member {@code cloudevent}, by
 * the names of 1.0: {@code webhook-id} is the delivery's id and not the event's.
 */
final class StandardWebhooksDialect implements Dialect {

    @Override
    public String wireName() {
        return "standard-webhooks";
    }

    @Override
    public boolean isSigned() {
        return true;
    }

    @Override
    public OutgoingRequest request(String deliveryId, OutgoingEvent event, JsonObject extensions) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Fanfare");
        headers.put("webhook-id", deliveryId);
        return new OutgoingRequest(method(), headers, payload(event, AttributesInV1.of(event, extensions)));
    }

    private static byte[] payload(OutgoingEvent event, JsonObject attributes) {
        JsonObjectBuilder head = JsonText.JSON.createObjectBuilder().add("type", attributes.getString("type"));
        Optional.ofNullable(attributes.get("time")).ifPresent(time -> head.add("timestamp", time));
        RawObject payload = withData(RawObject.of(head.build()), EventData.of(event));
        JsonObject rest = JsonText.JSON
                .createObjectBuilder(attributes)
                .remove("type")
                .remove("time")
                .build();
        return payload.with("cloudevent", RawObject.bytes(rest)).bytes();
    }

    private static RawObject withData(RawObject payload, Optional<EventData> data) {
        if (data.isEmpty()) {
            return payload.with("data", RawObject.bytes(JsonValue.NULL));
        }
        return data.get().json().map(json -> payload.with("data", json)).orElseGet(() -> {
            String base64 = Base64.getEncoder().encodeToString(data.get().bytes());
            return payload.with("data_base64", RawObject.bytes(JsonText.JSON.createValue(base64)));
        });
    }
}
