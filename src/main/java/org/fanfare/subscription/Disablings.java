package org.fanfare.subscription;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.audit.AuditLog;
import org.fanfare.event.EventLog;

/** Disables subscriptions, whoever owns them, and tells their owners. */
@Stateless
public class Disablings {

    @PersistenceContext
    private EntityManager em;

    @EJB
    private EventLog events;

    @EJB
    private AuditLog audit;

    @Inject
    private Event<SubscriptionChanged> changes;

    @Inject
    private Event<SubscriptionDisabled> disablings;

    @Inject
    private Clock clock;

    /**
     * Disables a subscription and announces it, in the caller's transaction or one of its own; false if it is not live any
     * more.
     *
     * @param activation only while this is its activation; null for whichever
     */
    public boolean disable(UUID id, DisabledBecause because, String reason, Instant activation) {
        Optional<Subscription> found = Optional.ofNullable(
                        em.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(one -> one.deleted().isEmpty());
        Optional<Subscription> live = found.filter(Subscription::isLive)
                .filter(one ->
                        activation == null || activation.equals(one.standing().activatedAt()));
        if (live.isEmpty()) {
            found.filter(one -> !one.isLive() && one.isMatched() && !because.isMatched())
                    .ifPresent(one -> endMatching(one, because, reason));
            return false;
        }
        Subscription subscription = live.get();
        Instant now = now();
        subscription.disable(because, reason, now);
        changes.fire(new SubscriptionChanged(subscription));
        events.announce(Announcement.disabled(subscription, now), subscription.owner());
        audit.did(subscription.owner().tenant(), "disableSubscription", "/eventmatch/" + id, reason);
        disablings.fire(new SubscriptionDisabled(id, subscription.owner(), because, reason, now));
        return true;
    }

    /** One that is disabled already is not to be matched any longer either. */
    private void endMatching(Subscription subscription, DisabledBecause because, String reason) {
        subscription.disable(because, reason, now());
        changes.fire(new SubscriptionChanged(subscription));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
