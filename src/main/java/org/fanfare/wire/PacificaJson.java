package org.fanfare.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON in the form that the Pacifica wire has: {@code ", "} and {@code ": "} between the parts, everything
 * outside of ASCII as {@code \}{@code uXXXX}.
 */
public final class PacificaJson {

    private PacificaJson() {}

    public static String write(JsonValue value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    private static void append(JsonValue value, StringBuilder out) {
        switch (value.getValueType()) {
            case OBJECT -> appendObject(value.asJsonObject(), out);
            case ARRAY -> appendArray(value.asJsonArray(), out);
            case STRING -> appendString(((JsonString) value).getString(), out);
            default -> out.append(value);
        }
    }

    private static void appendObject(JsonObject object, StringBuilder out) {
        out.append('{');
        Iterator<Map.Entry<String, JsonValue>> members = object.entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonValue> member = members.next();
            appendString(member.getKey(), out);
            out.append(": ");
            append(member.getValue(), out);
            if (members.hasNext()) {
                out.append(", ");
            }
        }
        out.append('}');
    }

    private static void appendArray(JsonArray array, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            append(array.get(i), out);
        }
        out.append(']');
    }

    private static void appendString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < 0x20 || c > 0x7e) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
