package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.event.CloudEvent;
import org.fanfare.event.ContentMode;
import org.fanfare.wire.JsonText;

/** What Fanfare tells the owner about a subscription, as CloudEvents of its own. */
public final class Announcement {

    private static final String ENABLED = "org.fanfare.subscription.enabled";
    private static final String DISABLED = "org.fanfare.subscription.disabled";
    private static final String WARNING = "org.fanfare.subscription.warning";

    private Announcement() {}

    /** That Fanfare disabled it; its error says why. */
    static CloudEvent disabled(Subscription subscription, Instant now) {
        JsonObjectBuilder data = data(subscription)
                .add("because", subscription.standing().because().orElseThrow().wireName())
                .add("reason", subscription.error().orElse(""));
        return event(DISABLED, subscription, data, now);
    }

    /** That it was enabled after Fanfare had disabled it. */
    static CloudEvent enabled(Subscription subscription, Instant now) {
        return event(ENABLED, subscription, data(subscription), now);
    }

    /**
     * That it will be disabled if this goes on.
     *
     * @param percent how far it is on the way there
     * @param reason what goes on
     */
    public static CloudEvent warning(Subscription subscription, int percent, String reason, Instant now) {
        return event(
                WARNING,
                subscription,
                data(subscription).add("percent", percent).add("reason", reason),
                now);
    }

    private static JsonObjectBuilder data(Subscription subscription) {
        return JsonText.JSON
                .createObjectBuilder()
                .add("subscription", subscription.id().toString())
                .add("name", subscription.name())
                .add("owner", subscription.owner().name())
                .add("target_url", subscription.targetUrl());
    }

    private static CloudEvent event(String type, Subscription subscription, JsonObjectBuilder data, Instant now) {
        String id = subscription.id().toString();
        JsonObject attributes = JsonText.JSON
                .createObjectBuilder()
                .add("specversion", "1.0")
                .add("id", UUID.randomUUID().toString())
                .add("source", "/subscriptions/" + id)
                .add("type", type)
                .add("subject", id)
                .add("time", now.truncatedTo(ChronoUnit.MICROS).toString())
                .add("datacontenttype", "application/json")
                .build();
        byte[] whole = JsonText.JSON
                .createObjectBuilder(attributes)
                .add("data", data)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return new CloudEvent(SpecVersion.V1_0, ContentMode.STRUCTURED, attributes, "application/json", whole);
    }
}
