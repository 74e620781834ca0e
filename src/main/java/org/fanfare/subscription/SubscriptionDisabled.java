package org.fanfare.subscription;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.event.CloudEvent;
import org.fanfare.event.ContentMode;

/** What Fanfare tells the owner of a subscription that it disabled, as a CloudEvent of its own. */
public final class SubscriptionDisabled {

    /** The event's type. */
    public static final String TYPE = "org.fanfare.subscription.disabled";

    private SubscriptionDisabled() {}

    /** The event about {@code subscription}, whose error says why. */
    public static CloudEvent announcement(Subscription subscription, Instant now) {
        String id = subscription.id().toString();
        JsonObject attributes = Json.createObjectBuilder()
                .add("specversion", "1.0")
                .add("id", UUID.randomUUID().toString())
                .add("source", "/subscriptions/" + id)
                .add("type", TYPE)
                .add("subject", id)
                .add("time", now.truncatedTo(ChronoUnit.MICROS).toString())
                .add("datacontenttype", "application/json")
                .build();
        JsonObject whole = Json.createObjectBuilder(attributes)
                .add(
                        "data",
                        Json.createObjectBuilder()
                                .add("subscription", id)
                                .add("name", subscription.name())
                                .add("owner", subscription.owner())
                                .add("target_url", subscription.targetUrl())
                                .add("reason", subscription.error().orElse("")))
                .build();
        return new CloudEvent(
                SpecVersion.V1_0,
                ContentMode.STRUCTURED,
                attributes,
                "application/json",
                whole.toString().getBytes(StandardCharsets.UTF_8));
    }
}
