package org.fanfare.event;

import static java.util.function.Predicate.not;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;
import org.fanfare.dialect.RawObject;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonText;

/** Reads one event that is a JSON object (CloudEvents JSON format 1.0.2, sections 2 and 3; and its older forms). */
final class StructuredReader {

    private static final String BASE64 = "data_base64";

    private final byte[] json;
    private final JsonObject members;
    private final RawObject raw;
    private final Faults faults;

    private StructuredReader(byte[] json, JsonObject members, Faults faults) {
        this.json = json;
        this.members = members;
        this.raw = RawObject.of(json);
        this.faults = faults;
    }

    /** The event that {@code json} is, {@code members} being what it holds; none if there are {@code faults} then. */
    static Optional<CloudEvent> read(byte[] json, JsonObject members, Faults faults) {
        StructuredReader reader = new StructuredReader(json, members, faults);
        Optional<SpecVersion> version = reader.version();
        reader.checkRepeatedNames();
        version.ifPresent(reader::checkRules);
        return version.filter(any -> faults.none()).map(reader::event);
    }

    /** The version whose rules count; where none is given the one that the names look like, and a fault follows. */
    private Optional<SpecVersion> version() {
        String name = members.containsKey("specversion") || !looksOld() ? "specversion" : "cloudEventsVersion";
        boolean old = name.equals("cloudEventsVersion");
        if (!members.containsKey(name)) {
            return Optional.of(old ? SpecVersion.V0_1 : SpecVersion.V1_0);
        }
        Optional<SpecVersion> version = Optional.of(members.get(name))
                .filter(JsonString.class::isInstance)
                .flatMap(text -> SpecVersion.of(((JsonString) text).getString()))
                .filter(known -> known.versionName().equals(name));
        if (version.isEmpty()) {
            refuse(name, old ? "must be \"0.1\"" : "must be \"1.0\", \"0.3\" or \"0.2\"");
        }
        return version;
    }

    private boolean looksOld() {
        return Stream.of("cloudEventsVersion", "eventType", "eventID").anyMatch(members::containsKey);
    }

    private void checkRepeatedNames() {
        raw.repeatedNames().forEach(name -> refuse(name, "must not be given more than once"));
    }

    private void checkRules(SpecVersion version) {
        AttributeChecks.check(version, attributes(version), this::refuse);
        switch (version) {
            case V0_1 -> checkExtensions();
            case V0_3 -> checkEncodedData();
            case V1_0 -> checkBase64();
            default -> {}
        }
    }

    /** Merging needs an object; the original's task died on anything else (pacifica.md, 4, point 3). */
    private void checkExtensions() {
        JsonValue extensions = members.get("extensions");
        if (extensions != null && extensions.getValueType() != JsonValue.ValueType.OBJECT) {
            refuse("extensions", "must be an object; leave it out where there are none");
        } else if (extensions != null && !raw.repeatedNames().contains("extensions")) {
            RawObject.of(raw.value("extensions").orElseThrow())
                    .repeatedNames()
                    .forEach(name -> faults.add(Fault.ofMember(name, "must not be given more than once")
                            .below("/extensions")));
        }
    }

    private void checkEncodedData() {
        if (isSet("datacontentencoding") && members.containsKey("data")) {
            checkIsBase64("data");
        }
    }

    private void checkBase64() {
        if (isSet(BASE64)) {
            checkIsBase64(BASE64);
            if (members.containsKey("data")) {
                refuse(BASE64, "must not be given together with data");
            }
        }
    }

    private void checkIsBase64(String name) {
        String fault = members.get(name) instanceof JsonString text
                ? TextRules.base64(text.getString())
                : "must be a string that is base64";
        if (fault != null) {
            refuse(name, fault);
        }
    }

    private CloudEvent event(SpecVersion version) {
        JsonObject attributes = attributes(version);
        String implied = members.containsKey("data") ? "application/json" : null;
        String contentType = attributes.getString(version.contentTypeName(), implied);
        return new CloudEvent(version, ContentMode.STRUCTURED, attributes, contentType, json);
    }

    /** All members that are no data; null means that an attribute is not set. */
    private JsonObject attributes(SpecVersion version) {
        JsonObjectBuilder attributes = JsonText.JSON.createObjectBuilder();
        members.keySet().stream()
                .filter(not("data"::equals))
                .filter(name -> version != SpecVersion.V1_0 || !name.equals(BASE64))
                .filter(this::isSet)
                .forEach(name -> attributes.add(name, members.get(name)));
        return attributes.build();
    }

    private boolean isSet(String name) {
        return members.containsKey(name) && !members.isNull(name);
    }

    private void refuse(String name, String detail) {
        faults.add(Fault.ofMember(name, name + " " + detail));
    }
}
