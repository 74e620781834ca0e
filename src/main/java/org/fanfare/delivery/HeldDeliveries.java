package org.fanfare.delivery;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Outcome;

/**
 * The store of deliveries that are held because their subscription is disabled. They stay so, also once it is enabled
 * again, until somebody releases or drops them, or their event is purged.
 */
@Stateless
public class HeldDeliveries {

    private static final String DROPPED = "dropped while it was held";

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

    /**
     * Opens held deliveries of a subscription again, the oldest first, each for the schedule from its start. If the
     * subscription is still disabled, the workers hold them again.
     *
     * @return nudges to be sent after the commit; as many as {@code most} means that there may be more
     */
    public List<Nudge> release(UUID subscriptionId, int most) {
        Query query = em.createNativeQuery("""
                select cast(id as varchar(36)), version from delivery
                where subscription_id = cast(?1 as uuid) and state = 'HELD'
                order by id limit %d for update skip locked""".formatted(most));
        return open(query.setParameter(1, subscriptionId.toString()));
    }

    /** As {@link #release(UUID, int)}, those of one event. */
    public List<Nudge> release(UUID eventId, Collection<UUID> subscriptionIds) {
        List<Nudge> nudges = new ArrayList<>();
        for (UUID subscriptionId : subscriptionIds) {
            Query query = em.createNativeQuery("""
                    select cast(id as varchar(36)), version from delivery
                    where event_id = cast(?1 as uuid) and subscription_id = cast(?2 as uuid) and state = 'HELD'
                    for update skip locked""");
            nudges.addAll(open(query.setParameter(1, eventId.toString()).setParameter(2, subscriptionId.toString())));
        }
        return nudges;
    }

    private List<Nudge> open(Query locking) {
        Instant leaseEnd = clock.instant().plus(settings.lease());
        List<Nudge> nudges = new ArrayList<>();
        for (Object found : locking.getResultList()) {
            Object[] row = (Object[]) found;
            Nudge nudge = new Nudge(UUID.fromString((String) row[0]), ((Number) row[1]).intValue() + 1);
            em.createQuery("""
                            update Delivery d set d.state = :pending, d.reason = null, d.version = :version,
                                d.roundStart = d.attempts, d.postponements = 0, d.dueAt = :leaseEnd
                            where d.id = :id""")
                    .setParameter("pending", DeliveryState.PENDING)
                    .setParameter("version", nudge.version())
                    .setParameter("leaseEnd", UtcTime.of(leaseEnd))
                    .setParameter("id", nudge.deliveryId())
                    .executeUpdate();
            nudges.add(nudge);
        }
        return nudges;
    }

    /**
     * Settles held deliveries of a subscription as cancelled, the oldest first.
     *
     * @return how many; as many as {@code most} means that there may be more
     */
    public int drop(UUID subscriptionId, int most) {
        @SuppressWarnings("unchecked")
        List<String> held = em.createNativeQuery("""
                        select cast(id as varchar(36)) from delivery
                        where subscription_id = cast(?1 as uuid) and state = 'HELD'
                        order by id limit %d for update skip locked""".formatted(most))
                .setParameter(1, subscriptionId.toString())
                .getResultList();
        Instant now = clock.instant();
        held.forEach(id -> drop(em.find(Delivery.class, UUID.fromString(id)), now));
        return held.size();
    }

    private void drop(Delivery delivery, Instant now) {
        em.createQuery("""
                        update Delivery d set d.state = :state, d.reason = :reason, d.version = d.version + 1,
                            d.settledAt = :now
                        where d.id = :id""")
                .setParameter("state", DeliveryState.CANCELLED)
                .setParameter("reason", DROPPED)
                .setParameter("now", UtcTime.of(now))
                .setParameter("id", delivery.id())
                .executeUpdate();
        metrics.count(new Outcome.Settled(DeliveryState.CANCELLED, DROPPED), null);
        settlements.fire(new DeliverySettled(
                delivery.id(),
                delivery.eventId(),
                delivery.subscriptionId(),
                delivery.owner(),
                DeliveryState.CANCELLED,
                DROPPED,
                false,
                null,
                now));
    }

    /** How many deliveries of a subscription are held, counted up to {@code most}. */
    public int count(UUID subscriptionId, int most) {
        Number held = (Number) em.createNativeQuery("""
                        select count(*) from (
                            select 1 from delivery where subscription_id = cast(?1 as uuid) and state = 'HELD'
                            limit %d) held""".formatted(most))
                .setParameter(1, subscriptionId.toString())
                .getSingleResult();
        return held.intValue();
    }
}
