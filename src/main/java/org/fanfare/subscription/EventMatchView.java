package org.fanfare.subscription;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fanfare.wire.PacificaJson;
import org.fanfare.wire.WireTime;

/** A subscription as {@code /eventmatch} shows it: thirteen members, always all, in this order. */
final class EventMatchView {

    private EventMatchView() {}

    /** For the answer to the request that set the secrets: those of the Pacifica wire are echoed. */
    static String withSecrets(Subscription subscription) {
        return PacificaJson.write(json(subscription, AuthJson.maskForItsSetter(Secrets.readableAuth(subscription))));
    }

    static String masked(Subscription subscription) {
        return PacificaJson.write(maskedJson(subscription));
    }

    static String masked(List<Subscription> subscriptions) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        subscriptions.forEach(subscription -> array.add(maskedJson(subscription)));
        return PacificaJson.write(array.build());
    }

    private static JsonObject maskedJson(Subscription subscription) {
        return json(subscription, AuthJson.mask(Secrets.readableAuth(subscription)));
    }

    private static JsonObject json(Subscription subscription, JsonObject auth) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("uuid", subscription.id().toString())
                .add("name", subscription.name())
                .add("jsonpath", jsonpath(subscription))
                .add("user", subscription.owner().name())
                .add("disabled", time(subscription.disabled()))
                .add(
                        "error",
                        subscription.error().<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
                .add("target_url", subscription.targetUrl())
                .add("version", subscription.version())
                .add("extensions", subscription.target().extensions())
                .add("auth", auth)
                .add("created", WireTime.write(subscription.created()))
                .add("updated", WireTime.write(subscription.updated()))
                .add("deleted", time(subscription.deleted()));
        return json.build();
    }

    /** The expression; of a subscription that is more than one, the jsonpath2 among its filters, or null. */
    private static JsonValue jsonpath(Subscription subscription) {
        return subscription
                .wish()
                .plainExpression()
                .map(PlainExpression::text)
                .or(() -> PlainExpression.jsonpath2(subscription.wish().filters()))
                .<JsonValue>map(Json::createValue)
                .orElse(JsonValue.NULL);
    }

    private static JsonValue time(Optional<Instant> instant) {
        return instant.<JsonValue>map(time -> Json.createValue(WireTime.write(time)))
                .orElse(JsonValue.NULL);
    }
}
