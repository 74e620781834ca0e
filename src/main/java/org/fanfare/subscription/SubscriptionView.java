package org.fanfare.subscription;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.fanfare.signing.KeyRing;
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

    /** For the answer to the request that changed it: shared secrets that came with it are shown, this once. */
    static String withNewSecrets(Subscription subscription) {
        return json(subscription, subscription.updated()).toString();
    }

    /** The member {@code signing} alone, for the answer to the request that changed it. */
    static String newSigning(Subscription subscription) {
        return subscription.signing().view(subscription.updated()).toString();
    }

    private static JsonObject json(Subscription subscription) {
        return json(subscription, null);
    }

    private static JsonObject json(Subscription subscription, Instant shown) {
        JsonObjectBuilder json = JsonText.JSON.createObjectBuilder();
        json.add("id", subscription.id().toString());
        subscription.wish().source().ifPresent(source -> json.add("source", source));
        if (!subscription.wish().types().isEmpty()) {
            json.add(
                    "types",
                    JsonText.JSON.createArrayBuilder(subscription.wish().types()));
        }
        json.add("config", config(subscription, shown));
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

    private static JsonObjectBuilder config(Subscription subscription, Instant shown) {
        JsonObjectBuilder config = JsonText.JSON
                .createObjectBuilder()
                .add("name", subscription.name())
                .add("extensions", subscription.target().extensions())
                .add("delivery", subscription.target().dialect())
                .add("disabled", subscription.disabled().isPresent());
        subscription.error().ifPresent(error -> config.add("error", error));
        subscription.staticKey().ifPresent(key -> config.add("static", true));
        JsonObject auth = Secrets.readableAuth(subscription);
        if (!auth.isEmpty() && !AuthJson.isCredential(auth)) {
            config.add("auth", AuthJson.mask(auth));
        }
        subscription.target().options().forEach(config::add);
        KeyRing signing = Secrets.ifReadable(subscription::signing, KeyRing.EMPTY);
        if (!signing.isEmpty()) {
            config.add("signing", signing.view(shown));
        }
        return config;
    }

    private static JsonObjectBuilder protocolSettings(Subscription subscription) {
        JsonObject headers = Secrets.ifReadable(subscription::headers, JsonValue.EMPTY_JSON_OBJECT);
        return JsonText.JSON
                .createObjectBuilder()
                .add("method", subscription.target().method())
                .add("headers", HeadersJson.mask(headers));
    }
}
