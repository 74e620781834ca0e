package org.fanfare.subscription;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.fanfare.wire.JsonText;

/** A subscription as {@code /subscriptions} shows it: members it does not have are left out, secrets are never shown. */
final class SubscriptionView {

    private SubscriptionView() {}

    static String of(List<Subscription> subscriptions) {
        JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
        subscriptions.forEach(subscription -> array.add(json(subscription)));
        return array.build().toString();
    }

    static String of(Subscription subscription) {
        return json(subscription).toString();
    }

    /** @param held how many of its deliveries are held; told if there are any */
    static String of(Subscription subscription, int held) {
        JsonObject json = json(subscription);
        if (held == 0) {
            return json.toString();
        }
        JsonObjectBuilder config =
                JsonText.JSON.createObjectBuilder(json.getJsonObject("config")).add("held", held);
        return JsonText.JSON
                .createObjectBuilder(json)
                .add("config", config)
                .build()
                .toString();
    }

    private static JsonObject json(Subscription subscription) {
        JsonObjectBuilder json = JsonText.JSON.createObjectBuilder();
        json.add("id", subscription.id().toString());
        subscription.wish().source().ifPresent(source -> json.add("source", source));
        if (!subscription.wish().types().isEmpty()) {
            json.add(
                    "types",
                    JsonText.JSON.createArrayBuilder(subscription.wish().types()));
        }
        json.add("config", config(subscription));
        json.add("filters", subscription.wish().filters());
        json.add("sink", subscription.targetUrl());
        JsonObject credential = SinkCredential.view(subscription);
        if (!credential.isEmpty()) {
            json.add("sinkcredential", credential);
        }
        return json.add("protocol", "HTTP")
                .add("protocolsettings", protocolSettings(subscription))
                .build();
    }

    private static JsonObjectBuilder config(Subscription subscription) {
        JsonObjectBuilder config = JsonText.JSON
                .createObjectBuilder()
                .add("name", subscription.name())
                .add("extensions", subscription.extensions())
                .add("delivery", subscription.deliveryDialect().wireName())
                .add("disabled", subscription.disabled().isPresent());
        subscription.error().ifPresent(error -> config.add("error", error));
        subscription.staticKey().ifPresent(key -> config.add("static", true));
        subscription.options().forEach(config::add);
        return config;
    }

    private static JsonObjectBuilder protocolSettings(Subscription subscription) {
        return JsonText.JSON
                .createObjectBuilder()
                .add("method", subscription.method())
                .add("headers", HeadersJson.mask(subscription.headers()));
    }
}
