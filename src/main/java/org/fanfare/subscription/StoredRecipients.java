package org.fanfare.subscription;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.delivery.Consents;
import org.fanfare.delivery.Recipient;
import org.fanfare.delivery.Recipients;
import org.fanfare.dialect.Dialects;

/** Tells the delivery feature where the deliveries of a subscription go. */
@ApplicationScoped
public class StoredRecipients implements Recipients {

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private Consents consents;

    @Inject
    private Dialects dialects;

    @Override
    public Optional<Recipient> find(UUID subscriptionId) {
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

    Recipient recipient(Subscription subscription) {
        DeliveryOptions options = subscription.deliveryOptions();
        return new Recipient(
                subscription.owner(),
                URI.create(subscription.targetUrl()),
                dialects.stored(subscription.deliveryDialect()),
                AuthJson.toAuth(subscription.auth()),
                AuthJson.toAccess(subscription.auth()),
                subscription.extensions(),
                subscription.method(),
                HeadersJson.map(subscription.headers()),
                subscription.signing(),
                options.permission(),
                options.retry(),
                options.traffic(),
                consents.of(subscription.id(), options.handshake()),
                options.history(),
                subscription.holdReason().orElse(null));
    }
}
