package org.fanfare.delivery;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.outcome.DeliveryState;

/**
 * The deliveries that wait in the database: for room on the way to their target, or for their turn behind others with the
 * same key. Putting one there takes one update and taking it back another, however long it waits: it is not due before
 * the net below all else, a day. Which ones wait is found by {@code waiting_for}, so nothing is lost when a node forgets.
 */
@Stateless
public class Backlog {

    /** What those wait for who wait for their turn. */
    private static final String TURN = "turn";

    private static final Duration NET = Duration.ofDays(1);
    private static final int LONGEST_REASON = 1000;
    private static final int MOST_COUNTED = 1_000_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private DeliverySettings settings;

    /** Lets a claimed delivery wait for room; false if the claim had been lost. */
    public boolean keep(Claim claim, String reason) {
        return keep(claim, reason, claim.lane().toString());
    }

    /** Lets a claimed delivery wait until those before it are settled; false if the claim had been lost. */
    public boolean keepInOrder(Claim claim) {
        return keep(claim, "an earlier event with the same key is still to be delivered", TURN);
    }

    private boolean keep(Claim claim, String reason, String waitingFor) {
        Instant now = clock.instant();
        return em.createQuery("""
                                update Delivery d set d.reason = :reason, d.version = d.version + 1, d.dueAt = :dueAt,
                                    d.waitingSince = :now, d.waitingFor = :waitingFor
                                where d.id = :id and d.version = :version and d.state = :pending""")
                        .setParameter("reason", Columns.cut(reason, LONGEST_REASON))
                        .setParameter("dueAt", UtcTime.of(now.plus(NET)))
                        .setParameter("now", UtcTime.of(now))
                        .setParameter("waitingFor", waitingFor)
                        .setParameter("id", claim.deliveryId())
                        .setParameter("version", claim.version())
                        .setParameter("pending", DeliveryState.PENDING)
                        .executeUpdate()
                == 1;
    }

    /** Claims deliveries of a subscription that wait for room, the oldest first. */
    public List<Claim> claim(UUID subscriptionId, int most) {
        @SuppressWarnings("unchecked")
        List<String> ids = em.createNativeQuery("""
                        select cast(id as varchar(36)) from delivery where waiting_for = ?1
                        order by id limit %d for update skip locked""".formatted(most))
                .setParameter(1, subscriptionId.toString())
                .getResultList();
        return claim(ids.stream().map(UUID::fromString).toList());
    }

    /**
     * The first subscription after another for which deliveries wait for room; empty if there is none.
     *
     * @param last null for the first of all
     */
    public Optional<UUID> subscriptionAfter(UUID last) {
        Optional<String> next = nextAfter(last == null ? "" : last.toString());
        if (next.filter(TURN::equals).isPresent()) {
            next = nextAfter(TURN);
        }
        return next.map(UUID::fromString);
    }

    private Optional<String> nextAfter(String last) {
        @SuppressWarnings("unchecked")
        List<String> next = em.createNativeQuery(
                        "select waiting_for from delivery where waiting_for > ?1 order by waiting_for limit 1")
                .setParameter(1, last)
                .getResultList();
        return next.stream().findFirst();
    }

    /** How many wait; a million is the most that is counted. */
    public long count() {
        Object count = em.createNativeQuery(
                        "select count(*) from (select 1 from delivery where waiting_for > '' limit %d) waiting"
                                .formatted(MOST_COUNTED))
                .getSingleResult();
        return ((Number) count).longValue();
    }

    /** Whether all earlier deliveries of its subscription with its key are settled. */
    public boolean isItsTurn(Claim claim) {
        return em.createNativeQuery("""
                        select 1 from delivery
                        where subscription_id = cast(?1 as uuid) and order_key = ?2 and settled_at is null
                            and event_id < cast(?3 as uuid)
                        limit 1""")
                .setParameter(1, claim.subscriptionId().toString())
                .setParameter(2, claim.orderKey())
                .setParameter(3, claim.eventId().toString())
                .getResultList()
                .isEmpty();
    }

    /** Claims the delivery whose turn it is, if it is one that waits for it. */
    public Optional<Claim> claimNext(UUID subscriptionId, String orderKey) {
        return em.createQuery("""
                        select d from Delivery d
                        where d.subscriptionId = :subscription and d.orderKey = :key and d.settledAt is null
                        order by d.eventId""", Delivery.class)
                .setParameter("subscription", subscriptionId)
                .setParameter("key", orderKey)
                .setMaxResults(1)
                .getResultStream()
                .filter(first -> TURN.equals(first.waitingFor()))
                .flatMap(first -> claim(List.of(first.id())).stream())
                .findFirst();
    }

    /**
     * A part of those that wait for their turn, in the order of their ids.
     *
     * @param after the last one of the part before
     */
    public List<Delivery> inOrderAfter(UUID after, int most) {
        return em.createQuery(
                        "select d from Delivery d where d.waitingFor = :turn and d.id > :after order by d.id",
                        Delivery.class)
                .setParameter("turn", TURN)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    private List<Claim> claim(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Instant leaseEnd = clock.instant().plus(settings.lease());
        List<Delivery> waiting = em.createQuery(
                        "select d from Delivery d where d.id in :ids order by d.id", Delivery.class)
                .setParameter("ids", ids)
                .getResultList();
        return waiting.stream()
                .filter(each -> take(each, leaseEnd))
                .filter(each -> each.state() == DeliveryState.PENDING)
                .map(each -> each.claim(each.version() + 1, leaseEnd))
                .toList();
    }

    /** One that is not owed any more only ceases to wait. */
    private boolean take(Delivery delivery, Instant leaseEnd) {
        boolean isOwed = delivery.state() == DeliveryState.PENDING;
        return em.createQuery("""
                                update Delivery d set d.version = :next, d.dueAt = :dueAt, d.waitingSince = null,
                                    d.waitingFor = null
                                where d.id = :id and d.version = :version""")
                        .setParameter("next", delivery.version() + (isOwed ? 1 : 0))
                        .setParameter(
                                "dueAt",
                                isOwed
                                        ? UtcTime.of(leaseEnd)
                                        : UtcTime.of(delivery.dueAt().orElse(null)))
                        .setParameter("id", delivery.id())
                        .setParameter("version", delivery.version())
                        .executeUpdate()
                == 1;
    }
}
