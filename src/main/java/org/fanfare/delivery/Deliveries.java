package org.fanfare.delivery;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fanfare.database.RowBatch;
import org.fanfare.database.UtcTime;
import org.fanfare.event.EventLog;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Outcome;

/**
 * The store of deliveries and their attempts.
 *
 * <p>Who may work on a delivery is settled by its {@code version} and {@code due_at}: whoever sends a nudge (routing, or
 * {@link DueDeliveries}) has just moved both in its own commit, so that the nudge carries the version under which its
 * worker holds the delivery until {@code due_at}, the end of the lease. Claiming thus needs no commit of its own. What
 * a worker records is taken only under that version, so no two workers settle one delivery; when a worker or its nudge
 * is lost, the delivery becomes due again at the end of the lease.
 */
@Stateless
public class Deliveries {

    private static final FreshClaims FRESH = new FreshClaims();

    private static final Comparator<Work> BY_SUBSCRIPTION = Comparator.comparing(
                    (Work work) -> work.claim().subscriptionId())
            .thenComparing(work -> work.claim().deliveryId());

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private DeliverySettings settings;

    @Inject
    private Event<SuccessesRecorded> successes;

    @Inject
    private Event<AttemptMade> attemptsMade;

    @Inject
    private Event<DeliverySettled> settlements;

    @EJB
    private DeadLetters deadLetters;

    @EJB
    private EventLog events;

    /** Itself as others see it, so that a method called here begins its own transaction. */
    @EJB
    private Deliveries self;

    /**
     * Opens one delivery per recipient, in the caller's transaction. The nudges are to be sent once it has committed; of
     * what is held there are none.
     *
     * @param owed the subscriptions that are owed each event
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<Nudge> open(Map<UUID, List<Owed>> owed) {
        Instant now = clock.instant();
        Instant leaseEnd = now.plus(settings.lease());
        List<Delivery> made = owed.entrySet().stream()
                .flatMap(event -> event.getValue().stream()
                        .map(recipient -> new Delivery(event.getKey(), recipient, now, leaseEnd)))
                .toList();
        RowBatch.execute(em, Delivery.INSERT, made, (row, delivery) -> delivery.bind(row));
        List<Delivery> pending = made.stream()
                .filter(delivery -> delivery.state() == DeliveryState.PENDING)
                .toList();
        pending.forEach(delivery -> FRESH.add(delivery.claim(delivery.version(), leaseEnd)));
        return pending.stream().map(Delivery::nudge).toList();
    }

    /**
     * The delivery that a nudge is about, held for the caller; empty if the nudge is out of date. A nudge that has waited
     * in the queue for so long that the work could outlast the lease renews it first.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Claim> take(Nudge nudge) {
        Instant workEnd = clock.instant().plus(settings.longestWork());
        return FRESH.take(nudge, workEnd).or(() -> self.takeStored(nudge, workEnd));
    }

    /** To which subscriptions the deliveries go that are nudged, as far as this node remembers it. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Set<UUID> subscriptionsOf(Collection<Nudge> nudges) {
        return FRESH.subscriptions(nudges.stream().map(Nudge::deliveryId).toList());
    }

    /** {@link #take}, from the row. */
    public Optional<Claim> takeStored(Nudge nudge, Instant workEnd) {
        Delivery delivery = em.find(Delivery.class, nudge.deliveryId());
        if (delivery == null || delivery.version() != nudge.version() || delivery.state() != DeliveryState.PENDING) {
            return Optional.empty();
        }
        Instant dueAt = delivery.dueAt().orElseThrow();
        if (workEnd.isBefore(dueAt)) {
            return Optional.of(delivery.claim(delivery.version(), dueAt));
        }
        Instant leaseEnd = clock.instant().plus(settings.lease());
        return claim(delivery.id(), delivery.version(), leaseEnd)
                ? Optional.of(delivery.claim(delivery.version() + 1, leaseEnd))
                : Optional.empty();
    }

    /**
     * Records what a worker did, and what follows, in one commit, and tells the observers in the same. Of dead letters
     * nothing is told: their fate is none of the subscription's target.
     *
     * @return false if the claim had been lost meanwhile, then nothing is recorded
     */
    public boolean record(Work work) {
        return recordAll(List.of(work)).get(0);
    }

    /**
     * {@link #record}, of several in one commit; tells for each whether its claim had not been lost. Observers are told
     * last, for what they do may change the claims of others, and by subscription, so that no two commits wait for each
     * other with what they change there.
     */
    public List<Boolean> recordAll(List<Work> works) {
        Instant now = clock.instant();
        Set<Work> recorded = new Records(em).keep(works, now);
        events.used(works.stream().map(work -> work.claim().eventId()).toList());
        tellSuccesses(recorded, now);
        recorded.stream().sorted(BY_SUBSCRIPTION).forEach(work -> tell(work, now));
        return works.stream().map(recorded::contains).toList();
    }

    private void tellSuccesses(Collection<Work> recorded, Instant now) {
        Set<UUID> succeeded = recorded.stream()
                .filter(work -> work.claim().failure() == null)
                .filter(work -> work.attempt() != null && work.attempt().succeeded())
                .map(work -> work.claim().subscriptionId())
                .collect(Collectors.toSet());
        if (succeeded.size() > 1) {
            successes.fire(new SuccessesRecorded(succeeded, now));
        }
    }

    private void tell(Work work, Instant now) {
        Claim claim = work.claim();
        if (claim.failure() != null) {
            return;
        }
        if (work.attempt() != null) {
            attemptsMade.fire(new AttemptMade(
                    claim.deliveryId(),
                    claim.eventId(),
                    claim.subscriptionId(),
                    claim.owner(),
                    work.attempt().number(),
                    work.attempt().succeeded(),
                    work.outcome().reason(),
                    work.attempt().responseBody().or(work.attempt()::error).orElse(""),
                    now));
        }
        if (work.outcome() instanceof Outcome.Settled settled) {
            if (settled.state() == DeliveryState.FAILED) {
                deadLetters.keep(claim.deliveryId());
            }
            settlements.fire(new DeliverySettled(
                    claim.deliveryId(),
                    claim.eventId(),
                    claim.subscriptionId(),
                    claim.owner(),
                    settled.state(),
                    settled.reason(),
                    settled.endsSubscription(),
                    work.attempt() != null || work.policy() == null
                            ? null
                            : work.policy().inquiry().status(),
                    now));
        }
    }

    /**
     * Claims deliveries that are due: retries whose time has come, and those whose nudge or worker was lost.
     *
     * @return nudges to be sent, {@code most} at the most
     */
    public List<Nudge> claimDue(int most) {
        Instant now = clock.instant();
        @SuppressWarnings("unchecked")
        List<Object[]> due = em.createNativeQuery("""
                        select cast(id as varchar(36)), version from delivery
                        where due_at <= ?1 order by due_at limit %d for update skip locked""".formatted(most))
                .setParameter(1, UtcTime.of(now))
                .getResultList();
        List<Nudge> nudges = new ArrayList<>(due.size());
        for (Object[] row : due) {
            UUID id = UUID.fromString((String) row[0]);
            int version = ((Number) row[1]).intValue();
            if (claim(id, version, now.plus(settings.lease()))) {
                nudges.add(new Nudge(id, version + 1));
            }
        }
        return nudges;
    }

    private boolean claim(UUID id, int version, Instant leaseEnd) {
        return em.createQuery("""
                                update Delivery d set d.version = d.version + 1, d.dueAt = :leaseEnd,
                                    d.waitingSince = null, d.waitingFor = null
                                where d.id = :id and d.version = :version""")
                        .setParameter("leaseEnd", UtcTime.of(leaseEnd))
                        .setParameter("id", id)
                        .setParameter("version", version)
                        .executeUpdate()
                == 1;
    }
}
