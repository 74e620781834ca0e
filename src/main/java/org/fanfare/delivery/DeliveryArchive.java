package org.fanfare.delivery;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Reach;
import org.fanfare.outcome.DeliveryState;

/** Deliveries as they stand, for whoever looks through them. Changes nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DeliveryArchive {

    @PersistenceContext
    private EntityManager em;

    public Optional<Delivery> find(UUID id) {
        return Optional.ofNullable(em.find(Delivery.class, id));
    }

    /** Deliveries that fit the query, newest first. */
    public List<Delivery> list(DeliveryQuery query, int offset, int most) {
        return load(DeliverySearch.newest(em, query, offset, most), Comparator.reverseOrder());
    }

    /**
     * The next deliveries of a selection, in the order of their ids.
     *
     * @param after the id of the one before; null for the first
     */
    public List<Delivery> next(DeliverySelection selection, UUID after, int most) {
        return load(DeliverySearch.next(em, selection, after, most), Comparator.naturalOrder());
    }

    /** How many deliveries a selection has; not more than {@code most} are counted. */
    public int count(DeliverySelection selection, int most) {
        return ((Number) DeliverySearch.count(em, selection, most).getSingleResult()).intValue();
    }

    /** The deliveries of one event, in the order they were made; those that somebody may see only. */
    public List<Delivery> ofEvent(UUID eventId, Reach whose, int most) {
        return em.createQuery("""
                        select d from Delivery d where d.eventId = :event and d.tenant = :tenant
                        and (:owner is null or d.owner = :owner)
                        order by d.id""", Delivery.class)
                .setParameter("event", eventId)
                .setParameter("tenant", whose.tenant())
                .setParameter("owner", whose.name())
                .setMaxResults(most)
                .getResultList();
    }

    /** The deliveries of one event to these subscriptions, dead letters aside. */
    public List<Delivery> ofEvent(UUID eventId, Collection<UUID> subscriptionIds) {
        if (subscriptionIds.isEmpty()) {
            return List.of();
        }
        return em.createQuery("""
                        select d from Delivery d where d.eventId = :event and d.subscriptionId in :subscriptions
                        and d.kind = :kind""", Delivery.class)
                .setParameter("event", eventId)
                .setParameter("kind", DeliveryKind.EVENT)
                .setParameter("subscriptions", subscriptionIds)
                .getResultList();
    }

    /** Which of these events the user has received, through any of his subscriptions. */
    public Set<UUID> receivedBy(Owner owner, Collection<UUID> eventIds) {
        if (eventIds.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(em.createQuery("""
                        select distinct d.eventId from Delivery d
                        where d.tenant = :tenant and d.owner = :owner and d.eventId in :events and d.state = :delivered""", UUID.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.name())
                .setParameter("events", eventIds)
                .setParameter("delivered", DeliveryState.DELIVERED)
                .getResultList());
    }

    /** The deliveries of one subscription, newest first. */
    public List<Delivery> ofSubscription(UUID subscriptionId, int offset, int most) {
        return em.createQuery(
                        "select d from Delivery d where d.subscriptionId = :subscription order by d.id desc",
                        Delivery.class)
                .setParameter("subscription", subscriptionId)
                .setFirstResult(offset)
                .setMaxResults(most)
                .getResultList();
    }

    /** The attempts of these deliveries, by delivery and number. */
    public List<Attempt> attemptsOf(Collection<UUID> deliveryIds) {
        if (deliveryIds.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select a from Attempt a where a.id.deliveryId in :ids order by a.id.deliveryId, a.id.number",
                        Attempt.class)
                .setParameter("ids", deliveryIds)
                .getResultList();
    }

    /** The deliveries of these events to one subscription's target, by event. */
    public Map<UUID, Delivery> ofSubscription(UUID subscriptionId, Collection<UUID> eventIds) {
        if (eventIds.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("""
                        select d from Delivery d where d.eventId in :events and d.subscriptionId = :subscription
                        and d.kind = :kind""", Delivery.class)
                .setParameter("events", eventIds)
                .setParameter("subscription", subscriptionId)
                .setParameter("kind", DeliveryKind.EVENT)
                .getResultStream()
                .collect(Collectors.toMap(Delivery::eventId, Function.identity()));
    }

    /** The deliveries of these events, in the order they were made, without what was sent and answered. */
    public List<DeliveryCodes> codesOf(Collection<UUID> eventIds, int most) {
        if (eventIds.isEmpty()) {
            return List.of();
        }
        List<Delivery> found = em.createQuery(
                        "select d from Delivery d where d.eventId in :events and d.kind = :kind order by d.id",
                        Delivery.class)
                .setParameter("events", eventIds)
                .setParameter("kind", DeliveryKind.EVENT)
                .setMaxResults(most)
                .getResultList();
        Map<UUID, Object[]> last = lastStatuses(found.stream().map(Delivery::id).toList());
        return found.stream()
                .map(delivery -> codes(delivery, last.getOrDefault(delivery.id(), new Object[3])))
                .toList();
    }

    /** By delivery: its id, the policy's status and the target's, of the last attempt. */
    private Map<UUID, Object[]> lastStatuses(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("""
                        select a.id.deliveryId, a.policy.status, a.responseStatus from Attempt a
                        where a.id.deliveryId in :ids order by a.id.number""", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], Function.identity(), (earlier, later) -> later));
    }

    private static DeliveryCodes codes(Delivery delivery, Object[] last) {
        return new DeliveryCodes(
                delivery.eventId(),
                delivery.subscriptionId(),
                delivery.createdAt(),
                delivery.state(),
                delivery.policy().flatMap(PolicyNote::status).orElse((Integer) last[1]),
                (Integer) last[2]);
    }

    private List<Delivery> load(Query search, Comparator<UUID> order) {
        @SuppressWarnings("unchecked")
        List<String> found = search.getResultList();
        if (found.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select d from Delivery d where d.id in :ids", Delivery.class)
                .setParameter("ids", found.stream().map(UUID::fromString).toList())
                .getResultStream()
                .sorted(Comparator.comparing(Delivery::id, order))
                .toList();
    }
}
