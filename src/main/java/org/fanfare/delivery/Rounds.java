package org.fanfare.delivery;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Outcome;

/**
 * Opens deliveries anew: the same row and {@code webhook-id} go through the schedule once more. A delivery is settled once
 * in each of its rounds; one that is pending is in the middle of a round and cannot be opened.
 */
@Stateless
public class Rounds {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private DeliverySettings settings;

    @Inject
    private DeliveryMetrics metrics;

    @Inject
    private Event<DeliverySettled> settlements;

    /** {@link #reopen(Delivery)}, of a delivery in one of these states. */
    public Optional<Nudge> reopen(UUID id, Set<DeliveryState> from) {
        return Optional.ofNullable(em.find(Delivery.class, id))
                .filter(delivery -> from.contains(delivery.state()))
                .flatMap(this::reopen);
    }

    /**
     * Opens the delivery as it was read, and holds it for the worker that gets the nudge; empty if it is pending, or was
     * changed since. The nudge is to be sent after the commit. Until an attempt is made, a delivery that was denied stays
     * known as one ({@link Delivery#isConcealed}).
     */
    public Optional<Nudge> reopen(Delivery delivery) {
        return reopen(delivery, clock.instant().plus(settings.lease()))
                ? Optional.of(new Nudge(delivery.id(), delivery.version() + 1))
                : Optional.empty();
    }

    /** The same for those who send no nudge: it is due at once, which the timer sees. */
    public void reopenForTimer(Delivery delivery) {
        reopen(delivery, clock.instant());
    }

    private boolean reopen(Delivery delivery, Instant dueAt) {
        int changed = em.createNativeQuery("""
                        update delivery set state = 'PENDING', reason = null, round_start = attempts, postponements = 0,
                            denied_after = case when state = 'DENIED' then attempts else denied_after end,
                            policy_answer = null, settled_at = null, waiting_since = null, waiting_for = null, version = version + 1, due_at = ?1
                        where id = cast(?2 as uuid) and version = ?3 and state <> 'PENDING'""")
                .setParameter(1, UtcTime.of(dueAt))
                .setParameter(2, delivery.id().toString())
                .setParameter(3, delivery.version())
                .executeUpdate();
        return changed == 1;
    }

    /** Settles the delivery as it was read as cancelled, if it is held; false if it is not, or was changed since. */
    public boolean drop(Delivery delivery, String reason) {
        Instant now = clock.instant();
        int changed = em.createNativeQuery("""
                        update delivery set state = 'CANCELLED', reason = ?1, settled_at = ?2, version = version + 1
                        where id = cast(?3 as uuid) and version = ?4 and state = 'HELD'""")
                .setParameter(1, reason)
                .setParameter(2, UtcTime.of(now))
                .setParameter(3, delivery.id().toString())
                .setParameter(4, delivery.version())
                .executeUpdate();
        if (changed == 1) {
            metrics.count(new Outcome.Settled(DeliveryState.CANCELLED, reason), null);
            settlements.fire(new DeliverySettled(
                    delivery.id(),
                    delivery.eventId(),
                    delivery.subscriptionId(),
                    delivery.owner(),
                    DeliveryState.CANCELLED,
                    reason,
                    false,
                    null,
                    now));
        }
        return changed == 1;
    }
}
