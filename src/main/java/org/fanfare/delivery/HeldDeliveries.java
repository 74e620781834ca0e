package org.fanfare.delivery;

import jakarta.ejb.Stateless;
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

/**
 * The store of deliveries that are held because their subscription is disabled. They stay so, also once it is enabled
 * again, until somebody releases or drops them ({@link Rounds}), or their event is purged.
 */
@Stateless
public class HeldDeliveries {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private DeliverySettings settings;

    /**
     * Opens held deliveries of an event to these subscriptions again, each for the schedule from its start.
     *
     * @return nudges to be sent after the commit
     */
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
