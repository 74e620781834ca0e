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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fanfare.audit.AuditLog;

/** The store's side of {@link StaticSubscriptions}. */
@Stateless
public class StaticRows {

    @PersistenceContext
    private EntityManager em;

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private AuditLog audit;

    @Inject
    private Event<SubscriptionChanged> changes;

    @Inject
    private Clock clock;

    /** Makes or changes the subscription of the entry, unless it is as the entry says. */
    public void keep(StaticEntry entry) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Subscription known = locked(entry.key()).orElse(null);
        if (known != null && !known.owner().equals(entry.owner())) {
            known.file(null, null);
            known.delete(now);
            em.flush(); // the key is free from here on
            changes.fire(new SubscriptionChanged(known));
            known = null;
        }
        if (known == null) {
            Subscription made = subscriptions.create(entry.owner(), entry.body());
            made.file(entry.key(), entry.print());
            record(made, entry);
        } else if (!known.isFiledAs(entry.print()) || wasMissing(known)) {
            subscriptions.refit(known.id(), entry.body());
            known.file(entry.key(), entry.print());
            record(known, entry);
        }
    }

    private void record(Subscription kept, StaticEntry entry) {
        audit.did(kept.owner().tenant(), "keepStaticSubscription", "/eventmatch/" + kept.id(), "key " + entry.key());
    }

    private static boolean wasMissing(Subscription subscription) {
        return subscription.standing().because().equals(Optional.of(DisabledBecause.FILE));
    }

    private Optional<Subscription> locked(String key) {
        return em.createQuery("select s from Subscription s where s.staticKey = :key", Subscription.class)
                .setParameter("key", key)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The static subscriptions with other keys. */
    public List<UUID> allBut(Set<String> keys) {
        return em.createQuery(
                        "select s from Subscription s where s.staticKey is not null and s.deleted is null",
                        Subscription.class)
                .getResultStream()
                .filter(one -> one.staticKey().filter(keys::contains).isEmpty())
                .map(Subscription::id)
                .toList();
    }
}
