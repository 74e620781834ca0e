package org.fanfare.testing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** JSON texts as the tests read them. */
public final class JsonTexts {

    private JsonTexts() {}

    public static JsonObject object(String text) {
        try (JsonReader reader = reader(text)) {
            return reader.readObject();
        }
    }

    /** The object with one member set to that JSON text. */
    public static JsonObject with(String object, String member, String value) {
        return Json.createObjectBuilder(object(object))
                .add(member, value(value))
                .build();
    }

    public static JsonArray array(String text) {
        try (JsonReader reader = reader(text)) {
            return reader.readArray();
        }
    }

    public static JsonValue value(String text) {
        try (JsonReader reader = reader(text)) {
            return reader.readValue();
        }
    }

    static JsonReader reader(String text) {
        return Json.createReader(new StringReader(text));
    }
}
