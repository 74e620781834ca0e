package org.fanfare.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fanfare.wire.JsonText;

/**
 * The whole event as one JSON object, with a stable {@code webhook-id}: the way the original delivers it (pacifica.md, 4,
 * point 3), or the structured mode of CloudEvents' HTTP binding (3.2); the two differ in what they call the body.
 *
 * <p>The subscription's extensions overlay the event's, one level deep: in 0.1 in the member {@code extensions}, which
 * is always there; from 0.2 on as attributes. Then those are left out that could not be an attribute (its name is not
 * lower-case letters and digits, its value is null, an array, an object, a fraction ...), so that what goes out stays a
 * CloudEvent, and those any version has a meaning for ({@code id}, {@code source}, {@code data} ...), so that nobody
 * forges an event. All bytes that need not change are those that came.
 */
public enum WholeEventDialect implements Dialect {
    PACIFICA("pacifica", "application/json"),
    CLOUDEVENTS_STRUCTURED("cloudevents-structured", "application/cloudevents+json");

    private static final String EXTENSIONS = "extensions";

    private final String wireName;
    private final String contentType;

    WholeEventDialect(String wireName, String contentType) {
        this.wireName = wireName;
        this.contentType = contentType;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether an extension of a subscription gets into events of 0.2 and later. */
    public static boolean isExtensionAttribute(String name, JsonValue value) {
        return AttributeRules.isExtensionName(name) && AttributeRules.isValue(value);
    }

    @Override
    public OutgoingRequest request(String deliveryId, OutgoingEvent event, JsonObject extensions) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("User-Agent", "Fanfare");
        headers.put("webhook-id", deliveryId);
        return new OutgoingRequest("POST", headers, extended(event, extensions));
    }

    /** The event as one JSON object, with the subscription's extensions. */
    static byte[] extended(OutgoingEvent event, JsonObject extensions) {
        RawObject whole = RawObject.of(event.structured());
        RawObject extended = event.specVersion().hasExtensionsMember()
                ? withMember(whole, extensions)
                : whole.overlaid(attributes(extensions));
        return extended.bytes();
    }

    private static RawObject withMember(RawObject event, JsonObject extensions) {
        byte[] own = event.value(EXTENSIONS).orElse("{}".getBytes(StandardCharsets.UTF_8));
        return event.with(EXTENSIONS, RawObject.of(own).overlaid(extensions).bytes());
    }

    private static JsonObject attributes(JsonObject extensions) {
        JsonObjectBuilder attributes = JsonText.JSON.createObjectBuilder();
        extensions.forEach((name, value) -> {
            if (isExtensionAttribute(name, value)) {
                attributes.add(name, value);
            }
        });
        return attributes.build();
    }
}
