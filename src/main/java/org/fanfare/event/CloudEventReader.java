package org.fanfare.event;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fanfare.dialect.RawJson;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonText;

/**
 * Reads the events of an HTTP message (CloudEvents HTTP binding 1.0.2, section 3; pacifica.md, 3).
 *
 * <p>{@code application/cloudevents-batch+json} is a batch, {@code application/cloudevents+json} one event, of any
 * version. Any other type with a {@code ce-} header is a binary event, be its data what they may. Without such a header
 * the media type says nothing, as with the original: the body must be one event as a JSON object, of any version (a
 * binary event it cannot be, so nothing is guessed); only forms are turned away. A charset parameter is not looked at,
 * JSON is UTF-8.
 */
public final class CloudEventReader {

    private static final String STRUCTURED = "application/cloudevents";
    private static final String BATCH = "application/cloudevents-batch";
    private static final Set<String> FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data");
    private static final Set<SpecVersion> BATCHED = Set.of(SpecVersion.V0_3, SpecVersion.V1_0);

    private final Faults faults = new Faults();
    private final List<CloudEvent> events = new ArrayList<>();

    private CloudEventReader() {}

    /**
     * Reads a message: all of it or nothing.
     *
     * @param contentType the header {@code Content-Type}, null where there is none
     * @param headers all headers; names in any case
     * @param body the bytes as they came; empty where there are none
     */
    public static Reading read(String contentType, Map<String, List<String>> headers, byte[] body) {
        String mediaType = mediaType(contentType);
        if (mediaType.startsWith(BATCH)) {
            return mediaType.equals(BATCH + "+json")
                    ? reading(Form.BATCH, reader -> reader.readBatch(body))
                    : new Reading.Unsupported(mediaType);
        }
        if (mediaType.startsWith(STRUCTURED)) {
            return mediaType.equals(STRUCTURED + "+json")
                    ? reading(Form.STRUCTURED, reader -> reader.readStructured(body))
                    : new Reading.Unsupported(mediaType);
        }
        if (headers.keySet().stream().anyMatch(CloudEventReader::isAttribute)) {
            return reading(Form.BINARY, reader -> reader.readBinary(contentType, headers, body));
        }
        return FORMS.contains(mediaType)
                ? new Reading.Unsupported(mediaType)
                : reading(Form.PLAIN_JSON, reader -> reader.readStructured(body));
    }

    private static Reading reading(Form form, Consumer<CloudEventReader> reads) {
        CloudEventReader reader = new CloudEventReader();
        reads.accept(reader);
        return reader.faults.none() ? new Reading.Read(reader.events, form) : new Reading.Refused(reader.faults.list());
    }

    private void readBinary(String contentType, Map<String, List<String>> headers, byte[] body) {
        BinaryReader.read(contentType, headers, body, faults).ifPresent(events::add);
    }

    private void readStructured(byte[] body) {
        json(body).flatMap(value -> object(value, "")).ifPresent(object -> readEvent(body, object, ""));
    }

    private void readBatch(byte[] body) {
        Optional<JsonValue> value = json(body);
        if (value.isPresent() && value.get() instanceof JsonArray array) {
            List<RawJson.Range> slices = RawJson.elements(body);
            for (int i = 0; i < slices.size(); i++) {
                String pointer = "/" + i;
                byte[] slice = slices.get(i).of(body);
                object(array.get(i), pointer).ifPresent(object -> readBatched(slice, object, pointer));
            }
        } else if (value.isPresent()) {
            faults.add(new Fault("", "a batch must be a JSON array of events"));
        }
    }

    private void readBatched(byte[] slice, JsonObject object, String pointer) {
        readEvent(slice, object, pointer).ifPresent(event -> {
            String version = pointer + "/" + event.specVersion().versionName();
            if (!BATCHED.contains(event.specVersion())) {
                faults.add(new Fault(version, "events before 0.3 cannot be sent in a batch"));
            } else if (event.specVersion() != events.get(0).specVersion()) {
                faults.add(new Fault(version, "all events of a batch must have the same specversion"));
            }
        });
    }

    private Optional<CloudEvent> readEvent(byte[] json, JsonObject object, String pointer) {
        Faults own = new Faults();
        Optional<CloudEvent> event = StructuredReader.read(json, object, own);
        faults.addAll(own, pointer);
        event.ifPresent(events::add);
        return event;
    }

    private Optional<JsonValue> json(byte[] body) {
        return JsonText.read(body, why -> faults.add(new Fault("", "the body " + why)));
    }

    private Optional<JsonObject> object(JsonValue value, String pointer) {
        if (value instanceof JsonObject object) {
            return Optional.of(object);
        }
        faults.add(new Fault(pointer, "an event must be a JSON object or come with ce- headers"));
        return Optional.empty();
    }

    private static boolean isAttribute(String header) {
        return header.regionMatches(true, 0, BinaryReader.PREFIX, 0, BinaryReader.PREFIX.length());
    }

    private static String mediaType(String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
