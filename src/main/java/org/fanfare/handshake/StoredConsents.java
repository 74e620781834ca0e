package org.fanfare.handshake;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.delivery.Consent;
import org.fanfare.delivery.Consents;
import org.fanfare.sending.HandshakeOptions;
import org.fanfare.sending.HandshakeOptions.Mode;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.SubscriptionChanged;

/** Tells the delivery feature which targets have agreed, and hears of subscriptions whose targets are to be asked. */
@ApplicationScoped
public class StoredConsents implements Consents {

    private static final HandshakeOptions NOBODY = new HandshakeOptions(Mode.OFF, null);

    @EJB
    private Handshakes handshakes;

    @Inject
    private HandshakeSettings settings;

    @Inject
    private Clock clock;

    @Override
    public Consent of(UUID subscriptionId, HandshakeOptions options) {
        if (!options.isAsked()) {
            return new Consent.NotAsked();
        }
        Optional<Handshake> known = handshakes.find(subscriptionId);
        Optional<Handshake> granted = known.filter(handshake -> handshake.state() == HandshakeState.GRANTED);
        if (granted.isPresent()) {
            return new Consent.Granted(granted.get().origin(), granted.get().grantedRate());
        }
        if (options.mode() == Mode.OFFERED) {
            return new Consent.Ungranted(settings.lowRate());
        }
        return new Consent.Awaited(
                "waits for the target's consent: "
                        + known.map(Handshake::reason).orElse("The target was not asked yet."),
                clock.instant().plus(settings.lookAgain()));
    }

    /** Within the transaction that changes the subscription, so that neither is there without the other. */
    void follow(@Observes SubscriptionChanged change) {
        Subscription subscription = change.subscription();
        HandshakeOptions options = subscription.deleted().isPresent()
                ? NOBODY
                : subscription.deliveryOptions().handshake();
        handshakes.follow(subscription.id(), subscription.targetUrl(), options);
    }
}
