package org.fanfare.explain;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fanfare.event.CloudEventReader;
import org.fanfare.filter.EventFacts;
import org.fanfare.wire.JsonText;

/** What filters see of a document that somebody tries them on. */
final class SampleFacts {

    private static final String CLOUD_EVENT = "application/cloudevents+json";

    private SampleFacts() {}

    /**
     * A CloudEvent is seen as if it had come, so with the names of 0.1 as well; of any other object the members that are
     * scalars count as attributes.
     */
    static EventFacts of(JsonValue document) {
        if (!(document instanceof JsonObject object)) {
            return EventFacts.of(JsonValue.EMPTY_JSON_OBJECT, document);
        }
        if (!object.containsKey("specversion") && !object.containsKey("cloudEventsVersion")) {
            return plain(object);
        }
        byte[] json = object.toString().getBytes(StandardCharsets.UTF_8);
        return CloudEventReader.read(CLOUD_EVENT, Map.of(), json)
                .fold(read -> read.events().get(0).facts(), refused -> plain(object), unsupported -> plain(object));
    }

    private static EventFacts plain(JsonObject object) {
        JsonObjectBuilder scalars = JsonText.JSON.createObjectBuilder();
        object.forEach((name, value) -> {
            switch (value.getValueType()) {
                case STRING, NUMBER, TRUE, FALSE -> scalars.add(name, value);
                default -> {}
            }
        });
        return EventFacts.of(scalars.build(), object);
    }
}
