package org.fanfare.event;

import static org.assertj.core.api.Assertions.fail;

import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonText;

/** Messages for the tests, and what came of reading them. */
final class Messages {

    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private Messages() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A structured 1.0 event with these further members. */
    static String event(String members) {
        return "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"%s}"
                .formatted(members.isEmpty() ? "" : "," + members);
    }

    /** The headers of a binary 1.0 event and these further ones: name, value, name, value. */
    static Map<String, List<String>> headers(String... more) {
        Map<String, List<String>> headers = new HashMap<>(Map.of(
                "ce-specversion", List.of("1.0"),
                "ce-id", List.of("1"),
                "ce-source", List.of("/s"),
                "ce-type", List.of("t")));
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], List.of(more[i + 1]));
        }
        return headers;
    }

    static Reading read(String contentType, String body) {
        return CloudEventReader.read(contentType, Map.of(), bytes(body));
    }

    static Reading read(String contentType, Map<String, List<String>> headers, String body) {
        return CloudEventReader.read(contentType, headers, bytes(body));
    }

    static CloudEvent only(Reading reading) {
        List<CloudEvent> events = reading.fold(
                Reading.Read::events, refused -> fail(refused.toString()), other -> fail(other.toString()));
        return events.size() == 1 ? events.get(0) : fail("not one event but " + events);
    }

    static List<Fault> faults(Reading reading) {
        return reading.fold(read -> fail(read.toString()), Reading.Refused::faults, other -> fail(other.toString()));
    }

    static List<String> pointers(Reading reading) {
        return faults(reading).stream().map(Fault::pointer).toList();
    }

    static JsonValue json(byte[] bytes) {
        return JsonText.accepted(bytes);
    }
}
