package org.fanfare.subscription;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.signing.KeyRing;
import org.fanfare.signing.Rotation;
import org.fanfare.wire.Page;

/** The store of subscriptions. Each method is a transaction of its own unless the caller has one. */
@Stateless
public class Subscriptions {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Event<SubscriptionChanged> changes;

    @Inject
    private Clock clock;

    @EJB
    private PublishedKeys publishedKeys;

    /** Stores a new subscription of {@code owner}. The body has been validated. */
    public Subscription create(String owner, SubscriptionBody body) {
        Instant now = now();
        Subscription subscription = new Subscription(UUID.randomUUID(), owner, now);
        subscription.apply(body, now);
        refuseUnusableAuth(subscription, body);
        em.persist(subscription);
        publishKeys(subscription, now);
        changes.fire(new SubscriptionChanged(subscription));
        return subscription;
    }

    /** Replaces a subscription by what the body says; empty if there is no such subscription of this owner. */
    public Optional<Subscription> replace(String owner, UUID id, SubscriptionBody body) {
        Optional<Subscription> found = locked(id).filter(subscription -> isVisible(subscription, owner));
        found.ifPresent(subscription -> {
            Instant now = now();
            subscription.apply(body, now);
            refuseUnusableAuth(subscription, body);
            publishKeys(subscription, now);
            changes.fire(new SubscriptionChanged(subscription));
        });
        return found;
    }

    /**
     * Replaces the keys that deliveries are signed with; empty if there is no such subscription of this owner. To have none
     * is a problem.
     */
    public Optional<Subscription> rotateSigning(String owner, UUID id, Rotation rotation) {
        Optional<Subscription> found = locked(id).filter(subscription -> isVisible(subscription, owner));
        found.ifPresent(subscription -> {
            if (subscription.signing().isEmpty()) {
                throw Problem.of(
                        ProblemType.CONFLICT,
                        "Deliveries of this subscription are not signed: say in config.signing how they should be.");
            }
            Instant now = now();
            subscription.rotateSigning(rotation, now);
            publishKeys(subscription, now);
            changes.fire(new SubscriptionChanged(subscription));
        });
        return found;
    }

    private void publishKeys(Subscription subscription, Instant now) {
        KeyRing ring = Secrets.ifReadable(subscription::signing, KeyRing.EMPTY);
        publishedKeys.publish(subscription.id(), ring, now);
    }

    private void refuseUnusableAuth(Subscription subscription, SubscriptionBody body) {
        refuse(
                AuthJson.faultsOfPlainTarget(Secrets.readableAuth(subscription), subscription.targetUrl()),
                "/config/auth");
        if (body.credential() == null) {
            return;
        }
        if (AuthJson.isMasked(Secrets.readableAuth(subscription))) {
            throw Problem.of(ProblemType.INVALID, List.of(SinkCredential.missingSecret(body.credential())));
        }
        refuse(AuthJson.faultsWhenWhole(Secrets.readableAuth(subscription), now()), "/config/auth");
    }

    /** What is wrong with secrets is known only now: those that the body left out are from before. */
    private void refuseUnusableAuth(Subscription subscription, EventMatchBody body) {
        refuse(AuthJson.faultsOfPlainTarget(Secrets.readableAuth(subscription), subscription.targetUrl()), "/auth");
        if (body.has("auth")) {
            refuse(AuthJson.faultsWhenWhole(Secrets.readableAuth(subscription), now()), "/auth");
        }
    }

    private static void refuse(List<Fault> faults, String pointer) {
        if (!faults.isEmpty()) {
            throw Problem.of(
                    ProblemType.INVALID,
                    faults.stream().map(fault -> fault.below(pointer)).toList());
        }
    }

    /** Stores a new subscription of {@code owner}. The body has been validated. */
    public Subscription create(String owner, EventMatchBody body) {
        UUID id = body.uuid() == null ? UUID.randomUUID() : body.uuid();
        if (em.find(Subscription.class, id) != null) {
            throw Problem.of(
                    ProblemType.CONFLICT, List.of(Fault.ofMember("uuid", "There is a subscription with this uuid.")));
        }
        Instant now = now();
        Subscription subscription = new Subscription(id, owner, now);
        subscription.apply(body, now);
        refuseUnusableAuth(subscription, body);
        em.persist(subscription);
        changes.fire(new SubscriptionChanged(subscription));
        return subscription;
    }

    /**
     * Changes what the body names; empty if there is no such subscription of this owner. One that {@code /eventmatch}
     * cannot show in full is a problem: whoever changes it there does not see what he changes.
     */
    public Optional<Subscription> change(String owner, UUID id, EventMatchBody body) {
        Optional<Subscription> found = locked(id).filter(subscription -> isVisible(subscription, owner));
        found.ifPresent(subscription -> {
            if (subscription.wish().plainExpression().isEmpty()) {
                throw Problem.of(
                        ProblemType.CONFLICT,
                        "This subscription asks for more than a jsonpath can say; change it at /subscriptions/" + id
                                + ".");
            }
            subscription.apply(body, now());
            refuseUnusableAuth(subscription, body);
            changes.fire(new SubscriptionChanged(subscription));
        });
        return found;
    }

    /** Marks a subscription as deleted; its row stays for the deliveries that speak of it. */
    public boolean delete(String owner, UUID id) {
        Optional<Subscription> found = locked(id).filter(subscription -> isVisible(subscription, owner));
        found.ifPresent(subscription -> {
            subscription.delete(now());
            changes.fire(new SubscriptionChanged(subscription));
        });
        return found.isPresent();
    }

    /** Disables a subscription, and gives it as it is then; empty if it is not live any more. */
    public Optional<Subscription> disable(UUID id, String reason) {
        Optional<Subscription> live = locked(id).filter(Subscription::isLive);
        live.ifPresent(subscription -> {
            subscription.disable(reason, now());
            changes.fire(new SubscriptionChanged(subscription));
        });
        return live;
    }

    /** Notes that the filter of a subscription broke down on an event, once for each different sentence. */
    public void noteFault(UUID id, String sentence) {
        locked(id)
                .filter(subscription -> !sentence.equals(subscription.error().orElse(null)))
                .ifPresent(subscription -> subscription.noteFault(sentence, now()));
    }

    /** The subscription, if it is not deleted and this owner's. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Subscription> find(String owner, UUID id) {
        return find(id).filter(subscription -> isVisible(subscription, owner));
    }

    /** The subscription, whoever owns it, also if it is deleted. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Subscription> find(UUID id) {
        return Optional.ofNullable(em.find(Subscription.class, id));
    }

    /** The owner's subscriptions, oldest first; one more than the page holds, if there are more. */
    public List<Subscription> list(String owner, Page page) {
        return em.createQuery("""
                        select s from Subscription s where s.owner = :owner and s.deleted is null
                        order by s.created, s.id""", Subscription.class)
                .setParameter("owner", owner)
                .setFirstResult(page.offset())
                .setMaxResults(page.fetch())
                .getResultList();
    }

    /** The subscriptions of all owners, oldest first; one more than the page holds, if there are more. */
    public List<Subscription> list(Page page) {
        return em.createQuery(
                        "select s from Subscription s where s.deleted is null order by s.created, s.id",
                        Subscription.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.fetch())
                .getResultList();
    }

    /** Live subscriptions with ids above {@code after}, in their order: for reading all of them in parts. */
    public List<Subscription> liveAfter(UUID after, int most) {
        return em.createQuery("""
                        select s from Subscription s
                        where s.id > :after and s.deleted is null and s.disabled is null
                        order by s.id""", Subscription.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Which subscriptions were changed at or after {@code since}, whatever their state, in the order of change. */
    public List<Change> changedSince(Instant since, int offset, int most) {
        return em
                .createQuery("""
                        select s.id, s.changedAt from Subscription s where s.changedAt >= :since
                        order by s.changedAt, s.id""", Object[].class)
                .setParameter("since", UtcTime.of(since))
                .setFirstResult(offset)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Change((UUID) row[0], UtcTime.instant((OffsetDateTime) row[1])))
                .toList();
    }

    /** That a subscription was changed, and when. */
    public record Change(UUID subscriptionId, Instant at) {}

    /**
     * The subscription as the database has it, after another node has changed it. It is taken out of the shared cache first:
     * to refresh it there could put back what a change made here meanwhile had replaced.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Subscription> reload(UUID id) {
        em.getEntityManagerFactory().getCache().evict(Subscription.class, id);
        return find(id);
    }

    private Optional<Subscription> locked(UUID id) {
        return Optional.ofNullable(em.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static boolean isVisible(Subscription subscription, String owner) {
        return subscription.deleted().isEmpty() && subscription.owner().equals(owner);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
