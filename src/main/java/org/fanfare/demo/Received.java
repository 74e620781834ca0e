package org.fanfare.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.fanfare.sending.Redaction;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.WireTime;

/**
 * A request that came to an inbox.
 *
 * @param headers by name, secrets redacted
 */
record Received(Instant at, Map<String, String> headers, byte[] body) {

    Received {
        headers = Redaction.ofHeaders(headers);
    }

    /** As the inbox shows it: a body that is JSON as JSON, any other as text. */
    JsonObject json() {
        JsonObjectBuilder shownHeaders = Json.createObjectBuilder();
        headers.forEach(shownHeaders::add);
        Optional<JsonValue> json = JsonText.read(body, why -> {});
        return Json.createObjectBuilder()
                .add("receivedAt", WireTime.write(at))
                .add("headers", shownHeaders)
                .add("body", json.orElseGet(() -> Json.createValue(new String(body, StandardCharsets.UTF_8))))
                .build();
    }
}
