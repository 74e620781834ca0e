package org.fanfare.dialect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** A dialect as somebody else would add it, in a jar of his own. */
@ApplicationScoped
public class ShoutingDialect implements Dialect {

    @Override
    public String wireName() {
        return "shouting";
    }

    @Override
    public String method() {
        return "PUT";
    }

    @Override
    public OutgoingRequest request(String deliveryId, OutgoingEvent event, JsonObject extensions) {
        String type = AttributesInV1.of(event, extensions).getString("type");
        return new OutgoingRequest(
                method(),
                Map.of("Content-Type", "text/plain", "webhook-id", deliveryId),
                type.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
