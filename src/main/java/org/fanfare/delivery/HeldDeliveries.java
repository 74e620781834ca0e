package org.fanfare.delivery;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.outcome.DeliveryState;

/**
 * The store of deliveries that are held because their subscription is disabled. They stay so, also once it is enabled
 * again, until somebody releases or drops them ({@link Rounds}), or their event is purged.
 */
@Stateless
public class HeldDeliveries {

    @PersistenceContext
    private EntityManager em;

    @EJB
    private DeliveryArchive deliveries;

    @EJB
    private Rounds rounds;

    /**
     * Opens those of one event that are held for these subscriptions, because they turned out to be enabled.
     *
     * @return nudges to be sent after the commit
     */
    public List<Nudge> release(UUID eventId, Collection<UUID> subscriptionIds) {
        return deliveries.ofEvent(eventId, subscriptionIds).stream()
                .filter(delivery -> delivery.state() == DeliveryState.HELD)
                .map(rounds::reopen)
                .flatMap(Optional::stream)
                .toList();
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
