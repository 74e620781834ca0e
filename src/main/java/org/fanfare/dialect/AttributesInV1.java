package org.fanfare.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.WireTime;

/** An event's context attributes as CloudEvents 1.0 has them, whatever version the event is of. */
public final class AttributesInV1 {

    private static final Set<String> CORE =
            Set.of("id", "source", "type", "subject", "time", "datacontenttype", "dataschema");

    private static final List<String> REQUIRED = List.of("id", "source", "type");

    private AttributesInV1() {}

    /**
     * The attributes by their names in 1.0, {@code specversion} first, and over them those extensions of the subscription
     * that can be attributes. What 1.0 has no place for is left out.
     *
     * @throws Undeliverable if one is missing then that 1.0 cannot do without
     */
    public static JsonObject of(OutgoingEvent event, JsonObject extensions) {
        SpecVersion version = event.specVersion();
        Map<String, JsonValue> attributes = new LinkedHashMap<>();
        attributes.put("specversion", JsonText.JSON.createValue(SpecVersion.V1_0.text()));
        event.attributes().forEach((name, value) -> {
            if (version.hasExtensionsMember() && value instanceof JsonObject members) {
                members.forEach((member, text) -> addExtension(attributes, version.nameInV1(member), text));
            } else {
                add(attributes, version.nameInV1(name), value);
            }
        });
        extensions.forEach((name, value) -> addExtension(attributes, name, value));
        for (String required : REQUIRED) {
            if (!attributes.containsKey(required)) {
                throw new Undeliverable("the event's " + required + " is not one that CloudEvents 1.0 allows");
            }
        }
        JsonObjectBuilder json = JsonText.JSON.createObjectBuilder();
        attributes.forEach(json::add);
        return json.build();
    }

    private static void add(Map<String, JsonValue> attributes, String name, JsonValue value) {
        if (!CORE.contains(name)) {
            addExtension(attributes, name, value);
        } else if (!(value instanceof JsonString text)) {
            // 1.0 has nothing but texts there
        } else if (name.equals("time")) {
            time(text.getString()).ifPresent(time -> attributes.put(name, JsonText.JSON.createValue(time)));
        } else if (!text.getString().isEmpty() && AttributeRules.isValue(value)) {
            attributes.put(name, value);
        }
    }

    private static void addExtension(Map<String, JsonValue> attributes, String name, JsonValue value) {
        if (AttributeRules.isExtensionName(name) && AttributeRules.isValue(value)) {
            attributes.put(name, value);
        }
    }

    /** As it is where it is a time of RFC 3339; a local one, as 0.1 has them, is UTC; what is neither is no time. */
    private static Optional<String> time(String text) {
        try {
            OffsetDateTime.parse(text);
            return Optional.of(text);
        } catch (DateTimeException local) {
            try {
                Instant instant = WireTime.read(text);
                return Optional.of(instant.toString());
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        }
    }
}
