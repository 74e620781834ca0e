package org.fanfare.subscription;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.batch.BatchOptions;
import org.fanfare.delivery.Consent;
import org.fanfare.delivery.Consents;
import org.fanfare.delivery.Recipient;
import org.fanfare.delivery.Recipients;
import org.fanfare.dialect.Auth;
import org.fanfare.dialect.Dialects;
import org.fanfare.dialect.WholeEventDialect;
import org.fanfare.outcome.RetryOptions;
import org.fanfare.secret.SecretUnreadable;
import org.fanfare.sending.Access;
import org.fanfare.traffic.TrafficOptions;

/** Tells the delivery feature where the deliveries of a subscription go. */
@ApplicationScoped
public class StoredRecipients implements Recipients {

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private Consents consents;

    @Inject
    private Dialects dialects;

    @Inject
    private KnownRecipients known;

    @Override
    public Optional<Recipient> find(UUID subscriptionId) {
        return known.find(subscriptionId, () -> read(subscriptionId));
    }

    @Override
    public void prepare(Collection<UUID> subscriptionIds) {
        known.prepare(subscriptionIds, this::readAll);
    }

    /** Those that are live, aside from those whose secrets cannot be opened: to find one of them says so. */
    private Map<UUID, Recipient> readAll(Collection<UUID> ids) {
        Map<UUID, Recipient> recipients = new HashMap<>();
        for (Subscription subscription : subscriptions.findAll(ids)) {
            if (subscription.deleted().isEmpty() && subscription.isLive()) {
                try {
                    recipients.put(subscription.id(), recipient(subscription));
                } catch (SecretUnreadable toBeToldLater) {
                    continue;
                }
            }
        }
        return recipients;
    }

    private Optional<Recipient> read(UUID subscriptionId) {
        return subscriptions
                .find(subscriptionId)
                .filter(subscription -> subscription.deleted().isEmpty())
                .flatMap(this::asOfNow)
                .map(this::recipient);
    }

    /** One that is disabled may just have been enabled on another node, which would leave the delivery held for nothing. */
    private Optional<Subscription> asOfNow(Subscription known) {
        return known.isLive()
                ? Optional.of(known)
                : subscriptions
                        .reload(known.id())
                        .filter(subscription -> subscription.deleted().isEmpty());
    }

    @Override
    public boolean wantsDeadLetters(UUID subscriptionId) {
        return withDeadLetters(subscriptionId).isPresent();
    }

    @Override
    public Optional<Recipient> deadLetters(UUID subscriptionId) {
        return withDeadLetters(subscriptionId).map(StoredRecipients::deadLetters);
    }

    private Optional<Subscription> withDeadLetters(UUID subscriptionId) {
        return subscriptions
                .find(subscriptionId)
                .filter(subscription -> subscription.deleted().isEmpty())
                .filter(subscription ->
                        subscription.deliveryOptions().deadLetters().target() != null);
    }

    /**
     * The subscription's credentials are for its target only, and so are its headers. That it is disabled holds back no
     * dead letter.
     */
    private static Recipient deadLetters(Subscription subscription) {
        DeliveryOptions options = subscription.deliveryOptions();
        return new Recipient(
                subscription.owner(),
                URI.create(options.deadLetters().target()),
                WholeEventDialect.CLOUDEVENTS_STRUCTURED,
                new Auth.None(),
                Access.NONE,
                JsonValue.EMPTY_JSON_OBJECT,
                "POST",
                Map.of(),
                subscription.signing(),
                options.permission(),
                RetryOptions.STANDARD,
                TrafficOptions.NONE,
                BatchOptions.STANDARD,
                new Consent.NotAsked(),
                options.history(),
                null);
    }

    Recipient recipient(Subscription subscription) {
        DeliveryOptions options = subscription.deliveryOptions();
        return new Recipient(
                subscription.owner(),
                URI.create(subscription.targetUrl()),
                dialects.stored(subscription.target().dialect()),
                AuthJson.toAuth(subscription.auth()),
                AuthJson.toAccess(subscription.auth()),
                subscription.target().extensions(),
                subscription.target().method(),
                HeadersJson.map(subscription.headers()),
                subscription.signing(),
                options.permission(),
                options.retry(),
                options.traffic(),
                options.batch(),
                consents.of(subscription.id(), options.handshake()),
                options.history(),
                subscription.holdReason().orElse(null));
    }
}
