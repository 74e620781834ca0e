package org.fanfare.event;

import static java.util.Map.entry;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.fanfare.dialect.AttributeRules;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.event.TextRules.Rule;

/**
 * Checks the context attributes of one event against its version's specification (for 1.0: CloudEvents 1.0.2, section
 * 3). Some attributes have columns of their own, hence their limits of length.
 *
 * <p>0.1 is checked for what Fanfare needs of it and no more: its only producer, Pacifica Metadata, puts raw DOIs into
 * {@code source}, and does not send again what was refused (pacifica.md, 5.2).
 */
final class AttributeChecks {

    private static final Rule TEXT = TextRules::nonEmpty;
    private static final Rule ID = TEXT.and(TextRules.atMost(2048));
    private static final Rule TYPE = TEXT.and(TextRules.atMost(512));
    private static final Rule URI_REFERENCE = TEXT.and(TextRules::uriReference);
    private static final Rule SOURCE = ID.and(TextRules::uriReference);
    private static final Rule TIME = TextRules::rfc3339;
    private static final Rule CONTENT_TYPE = TEXT.and(TextRules.atMost(1024));
    private static final Rule MEDIA_TYPE = CONTENT_TYPE.and(TextRules::mediaType);

    private static final Map<SpecVersion, Map<String, Rule>> CORE = Map.of(
            SpecVersion.V0_1,
            Map.of(
                    "cloudEventsVersion", TEXT,
                    "eventID", ID,
                    "source", ID,
                    "eventType", TYPE,
                    "eventTypeVersion", TEXT,
                    "eventTime", TextRules::rfc3339OrLocal,
                    "schemaURL", TEXT,
                    "contentType", CONTENT_TYPE),
            SpecVersion.V0_2,
            Map.of(
                    "specversion", TEXT,
                    "id", ID,
                    "source", SOURCE,
                    "type", TYPE,
                    "time", TIME,
                    "schemaurl", URI_REFERENCE,
                    "contenttype", MEDIA_TYPE),
            SpecVersion.V0_3,
            Map.ofEntries(
                    entry("specversion", TEXT),
                    entry("id", ID),
                    entry("source", SOURCE),
                    entry("type", TYPE),
                    entry("subject", TEXT),
                    entry("time", TIME),
                    entry("schemaurl", URI_REFERENCE),
                    entry("datacontenttype", MEDIA_TYPE),
                    entry("datacontentencoding", TextRules::base64Encoding)),
            SpecVersion.V1_0,
            Map.of(
                    "specversion", TEXT,
                    "id", ID,
                    "source", SOURCE,
                    "type", TYPE,
                    "subject", TEXT,
                    "time", TIME,
                    "datacontenttype", MEDIA_TYPE,
                    "dataschema", TEXT.and(TextRules::absoluteUri)));

    private AttributeChecks() {}

    /** Tells {@code refuse} the name of every attribute that breaks a rule, and which. */
    static void check(SpecVersion version, JsonObject attributes, BiConsumer<String, String> refuse) {
        for (String name : requiredOf(version)) {
            if (!attributes.containsKey(name)) {
                refuse.accept(name, "is required");
            }
        }
        attributes.forEach((name, value) -> {
            Rule rule = CORE.get(version).get(name);
            if (rule != null) {
                checkCore(name, value, rule, refuse);
            } else if (!version.hasExtensionsMember()) {
                checkExtension(version, name, value, refuse);
            }
        });
    }

    private static Set<String> requiredOf(SpecVersion version) {
        return Set.of(version.versionName(), version.idName(), version.sourceName(), version.typeName());
    }

    private static void checkCore(String name, JsonValue value, Rule rule, BiConsumer<String, String> refuse) {
        String fault = value instanceof JsonString text ? rule.fault(text.getString()) : "must be a string";
        if (fault != null) {
            refuse.accept(name, fault);
        }
    }

    /** 0.2 had the types Map and Any, so its extensions can have any value. */
    private static void checkExtension(
            SpecVersion version, String name, JsonValue value, BiConsumer<String, String> refuse) {
        if (!AttributeRules.isName(name)) {
            refuse.accept(name, "is not the name of an attribute: lower-case letters a-z and digits alone");
        } else if (name.equals("data")) {
            refuse.accept(name, "is not the name of an attribute");
        } else if (version != SpecVersion.V0_2 && !AttributeRules.isValue(value)) {
            refuse.accept(name, "must be a string without control characters, true or false, or an integer of 32 bits");
        }
    }
}
