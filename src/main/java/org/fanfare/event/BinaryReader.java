package org.fanfare.event;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonText;

/** Reads one event whose attributes are headers (CloudEvents HTTP binding 1.0.2, section 3.1). */
final class BinaryReader {

    static final String PREFIX = "ce-";

    private static final String CONTENT_TYPE = "datacontenttype";
    private static final Set<String> SAID_OTHERWISE = Set.of(CONTENT_TYPE, "datacontentencoding");
    private static final Set<SpecVersion> VERSIONS = Set.of(SpecVersion.V0_3, SpecVersion.V1_0);

    private final JsonObjectBuilder decoded = JsonText.JSON.createObjectBuilder();
    /** Headers that came but could not be decoded: refused once, and not missed on top of that. */
    private final Set<String> undecoded = new TreeSet<>();

    /** As JSON, the data stand one level down in the event. */
    private static final int LEVELS_OF_DATA = JsonText.MAX_DEPTH - 1;

    private final Faults faults;

    private BinaryReader(Faults faults) {
        this.faults = faults;
    }

    /** The event; none if {@code faults} were added. */
    static Optional<CloudEvent> read(
            String contentType, Map<String, List<String>> headers, byte[] body, Faults faults) {
        BinaryReader reader = new BinaryReader(faults);
        Set<String> seen = new TreeSet<>();
        headers.forEach((header, values) -> {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                reader.header(name.substring(PREFIX.length()), values, seen);
            }
        });
        String given = contentType == null || contentType.isBlank() ? null : contentType.strip();
        if (given != null) {
            reader.decoded.add(CONTENT_TYPE, given);
        }
        JsonObject attributes = reader.decoded.build();
        Optional<SpecVersion> version = reader.version(attributes);
        version.ifPresent(known -> reader.check(known, attributes));
        reader.checkData(given, body);
        return version.filter(any -> faults.none())
                .map(known -> new CloudEvent(known, ContentMode.BINARY, attributes, given, body));
    }

    private void header(String name, List<String> values, Set<String> seen) {
        if (SAID_OTHERWISE.contains(name)) {
            faults.add(Fault.ofHeader(
                    PREFIX + name,
                    PREFIX + name
                            + " must not be sent: Content-Type says what the data are, and they are not encoded"));
            return;
        }
        if (values.size() != 1 || !seen.add(name)) {
            refuse(name, "must be sent once");
            undecoded.add(name);
            return;
        }
        HeaderValue.decode(values.get(0), detail -> refuse(name, detail))
                .ifPresentOrElse(value -> decoded.add(name, value), () -> undecoded.add(name));
    }

    /** The version whose rules count; without one those of 1.0, and a fault follows. */
    private Optional<SpecVersion> version(JsonObject attributes) {
        String text = attributes.getString("specversion", SpecVersion.V1_0.text());
        Optional<SpecVersion> version = SpecVersion.of(text).filter(VERSIONS::contains);
        if (version.isEmpty()) {
            refuse("specversion", "must be 1.0 or 0.3 where an event comes in headers");
        }
        return version;
    }

    private void check(SpecVersion version, JsonObject attributes) {
        AttributeChecks.check(version, attributes, (name, detail) -> {
            if (!undecoded.contains(name)) {
                refuse(name, detail);
            }
        });
    }

    /** What subscriptions are to look into must be readable now, not when it is routed. */
    private void checkData(String contentType, byte[] body) {
        boolean json = contentType != null
                && MediaType.of(contentType).map(MediaType::isJson).orElse(false);
        if (json && body.length > 0) {
            Consumer<String> refuse = why -> faults.add(new Fault("", "the body, said to be JSON, " + why));
            JsonText.read(body, LEVELS_OF_DATA, refuse);
        }
    }

    private void refuse(String name, String detail) {
        String header = name.equals(CONTENT_TYPE) ? "content-type" : PREFIX + name;
        faults.add(Fault.ofHeader(header, header + " " + detail));
    }
}
