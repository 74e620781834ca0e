package org.fanfare.health;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.fanfare.event.EventLog;
import org.fanfare.subscription.Announcement;
import org.fanfare.subscription.Disablings;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.Subscriptions;

/**
 * The store of what has failed. It works in the transaction that records what became of a delivery, and locks in this
 * order: the delivery's row, the subscription's row here, the subscription's own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Healths {

    @PersistenceContext
    private EntityManager em;

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private Disablings disablings;

    @EJB
    private EventLog events;

    @Inject
    private HealthSettings settings;

    @Inject
    private Event<SubscriptionWarned> warnings;

    private HealthRules rules;

    @PostConstruct
    void prepare() {
        rules = new HealthRules(settings);
    }

    /** Makes the row of a new subscription. */
    public void open(Subscription subscription) {
        if (em.find(SubscriptionHealth.class, subscription.id()) == null) {
            em.persist(new SubscriptionHealth(
                    subscription.id(), subscription.standing().activatedAt()));
        }
    }

    /** Those of the subscriptions that have failed and not succeeded since. */
    public List<UUID> failing(Collection<UUID> subscriptionIds) {
        return em.createQuery("""
                        select h.subscriptionId from SubscriptionHealth h
                        where h.subscriptionId in :ids and (h.failures > 0 or h.failedDeliveries > 0)""", UUID.class)
                .setParameter("ids", subscriptionIds)
                .getResultList();
    }

    /** Ends a row of failures, if there is one. */
    public void recovered(UUID subscriptionId) {
        em.createNativeQuery("""
                        update subscription_health
                        set failures = 0, first_failure_at = null, failed_deliveries = 0, warned = 0
                        where subscription_id = cast(?1 as uuid) and (failures > 0 or failed_deliveries > 0)""").setParameter(1, subscriptionId.toString()).executeUpdate();
    }

    /** Counts a failure, and does what the subscription's rule makes of it. */
    public void failed(UUID subscriptionId, Failure failure, Consumer<SubscriptionHealth> count) {
        Subscription subscription =
                subscriptions.find(subscriptionId).filter(Subscription::isLive).orElse(null);
        if (subscription == null) {
            return;
        }
        SubscriptionHealth health = em.find(SubscriptionHealth.class, subscriptionId, LockModeType.PESSIMISTIC_WRITE);
        if (health == null) {
            return;
        }
        health.follow(subscription.standing().activatedAt());
        count.accept(health);
        HealthRule rule = rules.of(subscription.deliveryOptions().health().orElse(settings.standard()));
        Finding finding = rule.judge(health.counts(), failure, () -> owes(subscriptionId));
        if (finding instanceof Finding.Lost lost) {
            disablings.disable(subscriptionId, lost.because(), lost.reason(), health.activatedAt());
        } else if (finding instanceof Finding.Ailing ailing) {
            warn(subscription, health, ailing, failure.at());
        }
        // Another failure of the same commit is counted on top, and would read the row as it is in the database.
        em.flush();
    }

    private void warn(Subscription subscription, SubscriptionHealth health, Finding.Ailing ailing, Instant at) {
        int percent = Warnings.due(ailing.percent(), health.warned());
        if (percent > 0) {
            health.warnedAt(percent);
            UUID announcement = events.announce(
                    Announcement.warning(subscription, percent, ailing.reason(), at), subscription.owner());
            warnings.fire(new SubscriptionWarned(subscription.id(), percent, ailing.reason(), announcement));
        }
    }

    private boolean owes(UUID subscriptionId) {
        return !em.createNativeQuery(
                        "select 1 from delivery where subscription_id = cast(?1 as uuid) and state = 'PENDING' limit 1")
                .setParameter(1, subscriptionId.toString())
                .getResultList()
                .isEmpty();
    }
}
