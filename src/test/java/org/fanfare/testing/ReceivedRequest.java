package org.fanfare.testing;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fake was sent.
 *
 * @param path raw, as it stood in the request line
 * @param query raw; null without one
 * @param headers names in lower case
 */
public record ReceivedRequest(
        String method, String path, String query, Map<String, List<String>> headers, byte[] body, Instant at) {

    static ReceivedRequest of(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new ReceivedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(),
                headers,
                exchange.getRequestBody().readAllBytes(),
                Instant.now());
    }

    /** The only value of a header; null if the request does not have it. */
    public String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        if (values.size() > 1) {
            throw new AssertionError(name + " came more than once: " + values);
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** The stable id of the delivery. */
    public String webhookId() {
        return header("webhook-id");
    }

    /** The body, byte for byte, as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as an object. */
    public JsonObject json() {
        try (JsonReader reader = JsonTexts.reader(text())) {
            return reader.readObject();
        }
    }
}
