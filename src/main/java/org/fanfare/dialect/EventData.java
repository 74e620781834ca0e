package org.fanfare.dialect;

import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.fanfare.wire.JsonText;

/**
 * The data of an event by themselves. JSON data have the bytes that came, and so has everything else.
 *
 * @param bytes the data
 * @param json the data as a JSON value: themselves if they are JSON, a string if they are text; empty if they are neither
 * @param contentType their media type; empty where the event does not tell it and it is not JSON
 */
public record EventData(byte[] bytes, Optional<byte[]> json, Optional<String> contentType) {

    private static final String JSON_TYPE = "application/json";

    /** The data of the event; empty if it has none. */
    public static Optional<EventData> of(OutgoingEvent event) {
        RawObject whole = RawObject.of(event.structured());
        Optional<String> type = Optional.ofNullable(
                event.attributes().getString(event.specVersion().contentTypeName(), null));
        Optional<byte[]> encoded = whole.value("data_base64").filter(raw -> event.specVersion() == SpecVersion.V1_0);
        if (encoded.isPresent()) {
            return encoded.map(raw -> decoded(raw, type));
        }
        return whole.value("data").map(raw -> of(event, raw, type));
    }

    private static EventData of(OutgoingEvent event, byte[] raw, Optional<String> type) {
        boolean isString = raw[0] == '"';
        if (isString && isEncoded(event)) {
            return decoded(raw, type);
        }
        if (!isString || type.map(EventData::isJson).orElse(true)) {
            return new EventData(raw, Optional.of(raw), type.or(() -> Optional.of(JSON_TYPE)));
        }
        byte[] text = JsonText.string(raw).getBytes(StandardCharsets.UTF_8);
        return new EventData(text, Optional.of(raw), type);
    }

    private static EventData decoded(byte[] raw, Optional<String> type) {
        byte[] bytes = Base64.getDecoder().decode(JsonText.string(raw));
        return new EventData(bytes, Optional.empty(), type);
    }

    /** Before 1.0 it was an attribute that said so. */
    private static boolean isEncoded(OutgoingEvent event) {
        return event.specVersion() != SpecVersion.V1_0
                && event.attributes().get("datacontentencoding") instanceof JsonString encoding
                && encoding.getString().equalsIgnoreCase("base64");
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.endsWith("/json") || type.endsWith("+json");
    }
}
