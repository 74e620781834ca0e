package org.fanfare.delivery;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.outcome.DeliveryState;

/**
 * What follows from a delivery's failure, recorded in the commit that records the failure: a delivery to the
 * subscription's dead-letter target, if it has one, and a row that says that a copy is to go to the queue, if such are
 * wanted. Neither can be lost, whatever is killed.
 */
@Stateless
public class DeadLetters {

    /** A copy that was claimed and not dropped since is put on the queue again after that time. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration MOMENT = Duration.ofSeconds(5);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private DeadLetterSettings settings;

    @Inject
    private Recipients recipients;

    @EJB
    private Rounds rounds;

    /** A delivery has failed; to be called in the transaction that records it. */
    public void keep(UUID deliveryId) {
        Delivery failed = em.find(Delivery.class, deliveryId);
        if (settings.queue()) {
            em.persist(DeadLetter.of(failed, clock.instant()));
        }
        if (recipients.wantsDeadLetters(failed.subscriptionId())) {
            owe(failed);
        }
    }

    private void owe(Delivery failed) {
        Optional<Delivery> earlier = deadLetterOf(failed);
        earlier.filter(letter -> letter.state() != DeliveryState.PENDING).ifPresent(letter -> {
            letter.tell(Failure.of(failed));
            em.flush();
            rounds.reopenForTimer(letter);
        });
        if (earlier.isEmpty()) {
            em.persist(Delivery.deadLetter(failed, clock.instant()));
        }
    }

    private Optional<Delivery> deadLetterOf(Delivery failed) {
        return em.createQuery("""
                        select d from Delivery d where d.eventId = :event and d.subscriptionId = :subscription
                        and d.kind = :kind""", Delivery.class)
                .setParameter("event", failed.eventId())
                .setParameter("subscription", failed.subscriptionId())
                .setParameter("kind", DeliveryKind.DEAD_LETTER)
                .getResultStream()
                .findFirst();
    }

    /** Claims copies that are to be put on the queue. */
    public List<DeadLetter> claimDue(int most) {
        Instant now = clock.instant();
        @SuppressWarnings("unchecked")
        List<String> ids = em.createNativeQuery("""
                        select cast(id as varchar(36)) from dead_letter
                        where due_at <= ?1 order by due_at limit %d for update skip locked""".formatted(most))
                .setParameter(1, UtcTime.of(now))
                .getResultList();
        List<DeadLetter> due = ids.stream()
                .map(id -> em.find(DeadLetter.class, UUID.fromString(id)))
                .toList();
        due.forEach(letter -> letter.holdUntil(now.plus(LEASE)));
        return due;
    }

    /** Gives back copies that were claimed and could not be put on the queue: they are due again in a moment. */
    public void giveBack(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            em.createQuery("update DeadLetter l set l.dueAt = :soon where l.id in :ids")
                    .setParameter("soon", UtcTime.of(clock.instant().plus(MOMENT)))
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }

    /** Forgets copies that are on the queue. */
    public void drop(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            em.createQuery("delete from DeadLetter l where l.id in :ids")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }
}
