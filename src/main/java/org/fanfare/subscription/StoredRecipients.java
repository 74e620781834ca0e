package org.fanfare.subscription;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.delivery.Recipient;
import org.fanfare.delivery.Recipients;
import org.fanfare.dialect.WholeEventDialect;
import org.fanfare.outcome.RetryOptions;

/** Tells the delivery feature where the deliveries of a subscription go. */
@ApplicationScoped
public class StoredRecipients implements Recipients {

    @EJB
    private Subscriptions subscriptions;

    @Override
    public Optional<Recipient> find(UUID subscriptionId) {
        return subscriptions
                .find(subscriptionId)
                .filter(subscription -> subscription.deleted().isEmpty())
                .map(StoredRecipients::recipient);
    }

    /** The subscription's credentials are for its target only, and so are its headers. */
    @Override
    public Optional<Recipient> deadLetters(UUID subscriptionId) {
        return subscriptions
                .find(subscriptionId)
                .filter(subscription -> subscription.deleted().isEmpty())
                .map(Subscription::deliveryOptions)
                .filter(options -> options.deadLetters().target() != null)
                .map(options -> new Recipient(
                        URI.create(options.deadLetters().target()),
                        WholeEventDialect.CLOUDEVENTS_STRUCTURED,
                        AuthJson.toAuth(JsonValue.EMPTY_JSON_OBJECT),
                        JsonValue.EMPTY_JSON_OBJECT,
                        "POST",
                        Map.of(),
                        options.permission(),
                        RetryOptions.STANDARD));
    }

    static Recipient recipient(Subscription subscription) {
        DeliveryOptions options = subscription.deliveryOptions();
        return new Recipient(
                URI.create(subscription.targetUrl()),
                subscription.deliveryDialect(),
                AuthJson.toAuth(subscription.auth()),
                subscription.extensions(),
                subscription.method(),
                HeadersJson.map(subscription.headers()),
                options.permission(),
                options.retry());
    }
}
