package org.fanfare.handshake;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.sending.HandshakeOptions;

/** The store of handshakes. Each method is a transaction of its own unless the caller has one. */
@Stateless
public class Handshakes {

    /** A question takes no longer than an exchange; after that it is asked again, should its worker have died. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private HandshakeSettings settings;

    @Inject
    private Clock clock;

    /** Takes note of what a subscription wants now: its target is to be asked, or need not be any more. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void follow(UUID subscriptionId, String targetUrl, HandshakeOptions options) {
        Handshake known = em.find(Handshake.class, subscriptionId, LockModeType.PESSIMISTIC_WRITE);
        if (known == null && options.isAsked()) {
            em.flush(); // the subscription may be as new, and its row has to be there first
            em.persist(new Handshake(subscriptionId, targetUrl, options, now()));
        } else if (known != null && options.isAsked()) {
            known.follow(targetUrl, options, now());
        } else if (known != null) {
            em.remove(known);
        }
    }

    /** The targets to be asked now, {@code most} at the most. Who gets one asks it, and tells {@link #record}. */
    public List<Question> claimDue(int most) {
        Instant now = now();
        @SuppressWarnings("unchecked")
        List<String> due = em.createNativeQuery("""
                        select cast(subscription_id as varchar(36)) from handshake
                        where due_at <= ?1 order by due_at limit %d for update skip locked""".formatted(most))
                .setParameter(1, UtcTime.of(now))
                .getResultList();
        List<Question> questions = new ArrayList<>();
        for (String id : due) {
            Handshake handshake = em.find(Handshake.class, UUID.fromString(id));
            if (settings.origin() == null) {
                Decision nameless = new Decision.Unknown(
                        "This Fanfare has no name to ask by (fanfare.handshake.origin is not set).");
                handshake.take(nameless, false, now, next(handshake, now));
                continue;
            }
            String key = CallbackKey.generate();
            handshake.ask(settings.origin(), CallbackKey.hash(key), now.plus(LEASE));
            questions.add(new Question(
                    handshake.subscriptionId(),
                    handshake.questions(),
                    handshake.origin(),
                    handshake.requestedRate(),
                    key));
        }
        return questions;
    }

    /** Records what came of a question, unless it is out of date or the callback was quicker. */
    public void record(Question question, Decision decision) {
        Handshake handshake = em.find(Handshake.class, question.subscriptionId(), LockModeType.PESSIMISTIC_WRITE);
        boolean isOpen = handshake != null
                && handshake.questions() == question.number()
                && handshake.state() == HandshakeState.PENDING;
        if (isOpen) {
            Instant now = now();
            handshake.take(decision, settings.callbackBase() != null, now, next(handshake, now));
        }
    }

    private Instant next(Handshake handshake, Instant now) {
        return now.plus(settings.waitAfter(handshake.failures() + 1));
    }

    /**
     * The target's consent by way of the callback.
     *
     * @param rate what it named; null for what was asked for
     * @return whether the key is the one it was given
     */
    public boolean confirm(UUID subscriptionId, String key, Rate rate) {
        Handshake handshake = em.find(Handshake.class, subscriptionId, LockModeType.PESSIMISTIC_WRITE);
        if (handshake == null || !handshake.isConfirmedBy(key)) {
            return false;
        }
        handshake.grant(rate == null ? handshake.requestedRate() : rate.perMinute(), now());
        return true;
    }

    /** The target is to be asked again; empty if it is not to be asked at all. */
    public Optional<Handshake> askAgain(UUID subscriptionId) {
        Optional<Handshake> known =
                Optional.ofNullable(em.find(Handshake.class, subscriptionId, LockModeType.PESSIMISTIC_WRITE));
        known.ifPresent(handshake -> handshake.askAgain(now()));
        return known;
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Handshake> find(UUID subscriptionId) {
        return Optional.ofNullable(em.find(Handshake.class, subscriptionId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
