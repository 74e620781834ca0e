package org.fanfare.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** HTTP messages with one event of some size, about files as those of Pacifica are, in the forms that producers send. */
public enum SampleMessage {
    PACIFICA("application/json", Map.of(), """
            {"cloudEventsVersion": "0.1", "eventType": "org.pacifica.metadata.ingest", \
            "source": "http://metadata.pacifica.org/transactions?_id=1234", "eventID": "metadata.ingest.1234", \
            "eventTime": "2026-03-01T12:00:00", "extensions": {"comExampleExtension": "value"}, \
            "contentType": "application/json", "data": %s}"""),
    STRUCTURED("application/cloudevents+json", Map.of(), """
            {"specversion": "1.0", "type": "org.pacifica.metadata.ingest", \
            "source": "http://metadata.pacifica.org/transactions?_id=1234", "id": "metadata.ingest.1234", \
            "time": "2026-03-01T12:00:00Z", "datacontenttype": "application/json", "data": %s}"""),
    BINARY(
            "application/json",
            Map.of(
                    "ce-specversion", List.of("1.0"),
                    "ce-type", List.of("org.pacifica.metadata.ingest"),
                    "ce-source", List.of("http://metadata.pacifica.org/transactions?_id=1234"),
                    "ce-id", List.of("metadata.ingest.1234"),
                    "ce-time", List.of("2026-03-01T12:00:00Z")),
            "%s"),
    BATCH("application/cloudevents-batch+json", Map.of(), "[" + STRUCTURED.frame + "]");

    private static final String FILE = """
            {"destinationTable": "Files", "_id": %d, "name": "foo%d.txt", "subdir": "a/b\\u00e9/", "size": 128, \
            "hashtype": "sha1", "hashsum": "d2a4b9ee0a3b2b6b5e0a9c1f4d7e8f9a0b1c2d3e", "mimetype": "text/plain", \
            "mtime": "Tue Nov 29 14:09:05 PST 2016", "ctime": "Tue Nov 29 14:09:05 PST 2016"}""";

    private final String contentType;
    private final Map<String, List<String>> headers;
    private final String frame;

    SampleMessage(String contentType, Map<String, List<String>> headers, String frame) {
        this.contentType = contentType;
        this.headers = headers;
        this.frame = frame;
    }

    /** The body, of so many bytes or a few more. */
    byte[] body(int bytes) {
        StringBuilder data = new StringBuilder("[").append(FILE.formatted(0, 0));
        for (int i = 1; data.length() + frame.length() < bytes; i++) {
            data.append(", ").append(FILE.formatted(i, i));
        }
        return frame.replace("%s", data.append(']')).getBytes(StandardCharsets.UTF_8);
    }

    /** What the resource does with it. */
    List<CloudEvent> read(byte[] body) {
        return CloudEventReader.read(contentType, headers, body)
                .fold(
                        Reading.Read::events,
                        refused -> {
                            throw new IllegalStateException(refused.faults().toString());
                        },
                        unsupported -> {
                            throw new IllegalStateException(unsupported.mediaType());
                        });
    }
}
