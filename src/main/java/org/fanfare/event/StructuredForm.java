package org.fanfare.event;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.Optional;
import org.fanfare.dialect.RawObject;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.wire.JsonText;

/**
 * Turns a binary event into a structured one (CloudEvents JSON format 1.0.2, section 3.1): JSON data keep their bytes,
 * text becomes a string if that loses nothing, anything else base64. An empty body is no data.
 */
final class StructuredForm {

    private StructuredForm() {}

    static byte[] of(CloudEvent event) {
        RawObject attributes = RawObject.of(event.attributes());
        byte[] data = event.sharedBody();
        if (data.length == 0) {
            return attributes.bytes();
        }
        if (isJson(event.dataContentType(), data)) {
            return attributes.with("data", data).bytes();
        }
        Optional<JsonValue> text = text(event.dataContentType(), data);
        return text.isPresent()
                ? attributes.with("data", RawObject.bytes(text.get())).bytes()
                : encoded(event.specVersion(), attributes, data);
    }

    /** No media type means JSON, if it is JSON: nobody has checked. */
    private static boolean isJson(String contentType, byte[] data) {
        return contentType == null
                ? JsonText.read(data, why -> {}).isPresent()
                : mediaType(contentType).map(MediaType::isJson).orElse(false);
    }

    private static Optional<JsonValue> text(String contentType, byte[] data) {
        return mediaType(contentType)
                .filter(MediaType::isText)
                .filter(MediaType::allowsUtf8)
                .flatMap(type -> JsonText.utf8(data))
                .map(JsonText.JSON::createValue);
    }

    private static byte[] encoded(SpecVersion version, RawObject attributes, byte[] data) {
        String base64 = Base64.getEncoder().encodeToString(data);
        JsonObject members = version == SpecVersion.V1_0
                ? JsonText.JSON.createObjectBuilder().add("data_base64", base64).build()
                : JsonText.JSON
                        .createObjectBuilder()
                        .add("datacontentencoding", "base64")
                        .add("data", base64)
                        .build();
        return attributes.overlaid(members).bytes();
    }

    private static Optional<MediaType> mediaType(String contentType) {
        return Optional.ofNullable(contentType).flatMap(MediaType::of);
    }
}
