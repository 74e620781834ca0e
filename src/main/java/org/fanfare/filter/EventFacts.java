package org.fanfare.filter;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import org.fanfare.jayway.JaywayTree;
import org.fanfare.jsonpath.Document;

/** An event as filters see it: its context attributes, and all of it as one JSON document. Immutable and thread-safe. */
public final class EventFacts {

    static final JsonProvider JSON = JsonProvider.provider();

    private final JsonObject attributes;
    private final JsonObject texts;
    private final Document document;
    private JaywayTree tree;

    private EventFacts(JsonObject attributes, Document document) {
        this.attributes = attributes;
        this.texts = texts(attributes);
        this.document = document;
    }

    /**
     * @param attributes by their names in CloudEvents 1.0: strings, numbers, true and false
     * @param document the event as JSONPath expressions are to see it
     */
    public static EventFacts of(JsonObject attributes, JsonValue document) {
        return new EventFacts(attributes, Document.of(document));
    }

    /** The attributes with the types they have. */
    public JsonObject attributes() {
        return attributes;
    }

    /** The attributes as texts: numbers in decimal, {@code true} and {@code false}. */
    public JsonObject texts() {
        return texts;
    }

    /** One attribute as text; empty if the event has none of that name. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.getString(name, null));
    }

    public Document document() {
        return document;
    }

    /** The document in the form that the library json-path reads; made when it is first asked for. */
    synchronized JaywayTree tree() {
        if (tree == null) {
            tree = JaywayTree.of(document.root());
        }
        return tree;
    }

    private static JsonObject texts(JsonObject attributes) {
        JsonObjectBuilder texts = JSON.createObjectBuilder();
        attributes.forEach((name, value) -> text(value).ifPresent(text -> texts.add(name, text)));
        return texts.build();
    }

    /** CloudEvents 0.2 allows values that are neither text nor number nor true nor false: they have no text. */
    private static Optional<String> text(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> Optional.of(((JsonString) value).getString());
            case NUMBER, TRUE, FALSE -> Optional.of(value.toString());
            default -> Optional.empty();
        };
    }
}
