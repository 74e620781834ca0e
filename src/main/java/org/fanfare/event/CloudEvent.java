package org.fanfare.event;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.fanfare.dialect.OutgoingEvent;
import org.fanfare.dialect.RawObject;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.filter.EventFacts;
import org.fanfare.wire.JsonText;

/**
 * A CloudEvent as it was received: its five components are what is stored, everything else is a view of them.
 *
 * @param mode what {@code body} is
 * @param attributes all context attributes, extensions included, in their order; unset ones are left out
 * @param dataContentType the media type of the data as the event has it, or as its absence means; null if unknown
 * @param body the bytes that came: the whole event or the data alone, see {@code mode}
 */
public record CloudEvent(
        SpecVersion specVersion, ContentMode mode, JsonObject attributes, String dataContentType, byte[] body)
        implements OutgoingEvent {

    public CloudEvent {
        requireNonNull(specVersion, "specVersion");
        requireNonNull(mode, "mode");
        requireNonNull(attributes, "attributes");
        body = body.clone();
    }

    /** An event from the log, whose attributes are kept as JSON text. */
    public static CloudEvent stored(
            SpecVersion specVersion, ContentMode mode, String attributes, String dataContentType, byte[] body) {
        JsonObject parsed =
                JsonText.accepted(attributes.getBytes(StandardCharsets.UTF_8)).asJsonObject();
        return new CloudEvent(specVersion, mode, parsed, dataContentType, body);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The bytes themselves, which nobody may change. */
    byte[] sharedBody() {
        return body;
    }

    public String id() {
        return attributes.getString(specVersion.idName());
    }

    public String source() {
        return attributes.getString(specVersion.sourceName());
    }

    public String type() {
        return attributes.getString(specVersion.typeName());
    }

    /** What of the source the event is about, from 0.3 on. */
    public Optional<String> subject() {
        return specVersion.compareTo(SpecVersion.V0_3) < 0 ? Optional.empty() : text("subject");
    }

    /** When it happened, as the text that was sent; in 0.1 it can be local time. */
    public Optional<String> time() {
        return text(specVersion.timeName());
    }

    /** When it is worth nothing any more (the extension {@code expirytime}); empty if it does not say, or not as a time. */
    public Optional<Instant> expiresAt() {
        JsonObject holder =
                specVersion.hasExtensionsMember() && attributes.get("extensions") instanceof JsonObject extensions
                        ? extensions
                        : attributes;
        try {
            return Optional.ofNullable(holder.getString("expirytime", null))
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** For logs: who it is, and nothing of what it says. */
    @Override
    public String toString() {
        return "CloudEvent[%s, source=%s, id=%s]".formatted(specVersion.text(), source(), id());
    }

    /** The event as one JSON object: the bytes that came, or built around the data's bytes. */
    @Override
    public byte[] structured() {
        return mode == ContentMode.STRUCTURED ? body() : StructuredForm.of(this);
    }

    /** {@link #structured()}, which nobody may change. */
    private byte[] whole() {
        return mode == ContentMode.STRUCTURED ? body : StructuredForm.of(this);
    }

    /**
     * The event as the policy service is to see it: {@link #structured()}, and where it is not 0.1 behind its members
     * the names of 0.1 ({@code eventType} and so on), for a Pacifica policy knows no others (pacifica.md, 5.1).
     * Nobody may change them: they may be the event's own bytes.
     */
    public byte[] policyView() {
        return specVersion == SpecVersion.V0_1
                ? whole()
                : RawObject.of(whole()).completedWith(oldNames()).bytes();
    }

    /** What expressions are matched against: {@link #policyView()} as JSON, so that expressions of 0.1 go on working. */
    public JsonObject document() {
        JsonObject whole = JsonText.accepted(whole()).asJsonObject();
        if (specVersion == SpecVersion.V0_1) {
            return whole;
        }
        JsonObjectBuilder document = JsonText.JSON.createObjectBuilder(whole);
        oldNames().forEach((name, value) -> {
            if (!whole.containsKey(name)) {
                document.add(name, value);
            }
        });
        return document.build();
    }

    /** What filters are tested on: {@link #document()}, and the attributes by their names in 1.0, whatever the version. */
    public EventFacts facts() {
        JsonObjectBuilder renamed = JsonText.JSON.createObjectBuilder();
        attributes.forEach((name, value) -> {
            if (specVersion.hasExtensionsMember() && value instanceof JsonObject extensions) {
                extensions.forEach((extension, text) -> renamed.add(specVersion.nameInV1(extension), text));
            }
        });
        attributes.forEach((name, value) -> renamed.add(specVersion.nameInV1(name), value));
        return EventFacts.of(renamed.build(), document());
    }

    /** {@code cloudEventsVersion} tells the truth: the shape is that of the version which was sent. */
    private JsonObject oldNames() {
        JsonObjectBuilder names = JsonText.JSON.createObjectBuilder();
        names.add(SpecVersion.V0_1.versionName(), specVersion.text());
        names.add(SpecVersion.V0_1.typeName(), type());
        names.add(SpecVersion.V0_1.idName(), id());
        time().ifPresent(time -> names.add(SpecVersion.V0_1.timeName(), time));
        if (dataContentType != null) {
            names.add(SpecVersion.V0_1.contentTypeName(), dataContentType);
        }
        return names.build();
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(attributes.getString(name, null));
    }
}
