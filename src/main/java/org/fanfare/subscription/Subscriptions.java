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
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Reach;
import org.fanfare.event.EventLog;
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
    private KnownRecipients recipients;

    @EJB
    private EventLog events;

    @Inject
    private Clock clock;

    @EJB
    private PublishedKeys publishedKeys;

    /** Stores a new subscription of {@code owner}. The body has been validated. */
    public Subscription create(Owner owner, SubscriptionBody body) {
        Instant now = now();
        Subscription subscription = new Subscription(UUID.randomUUID(), owner, now);
        subscription.apply(body, now);
        UnusableAuth.refuse(subscription, body, now());
        em.persist(subscription);
        publishKeys(subscription, now);
        changes.fire(new SubscriptionChanged(subscription));
        return subscription;
    }

    /** Replaces a subscription by what the body says; empty if there is no such subscription of this owner. */
    public Optional<Subscription> replace(Owner owner, UUID id, SubscriptionBody body) {
        Optional<Subscription> found = locked(id).filter(subscription -> isVisible(subscription, owner));
        found.ifPresent(subscription -> {
            refuseStatic(subscription);
            refit(subscription, body);
        });
        return found;
    }

    /** As {@link #replace}, whoever owns it: for what the file says. */
    public void refit(UUID id, SubscriptionBody body) {
        locked(id).ifPresent(subscription -> refit(subscription, body));
    }

    private void refit(Subscription subscription, SubscriptionBody body) {
        Instant now = now();
        Optional<DisabledBecause> before = subscription.standing().because();
        subscription.apply(body, now);
        UnusableAuth.refuse(subscription, body, now());
        publishKeys(subscription, now);
        changed(subscription, before);
    }

    /**
     * Replaces the keys that deliveries are signed with; empty if there is no such subscription of this owner. To have none
     * is a problem.
     */
    public Optional<Subscription> rotateSigning(Owner owner, UUID id, Rotation rotation) {
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

    /** Stores a new subscription of {@code owner}. The body has been validated. */
    public Subscription create(Owner owner, EventMatchBody body) {
        UUID id = body.uuid() == null ? UUID.randomUUID() : body.uuid();
        if (em.find(Subscription.class, id) != null) {
            throw Problem.of(
                    ProblemType.CONFLICT, List.of(Fault.ofMember("uuid", "There is a subscription with this uuid.")));
        }
        Instant now = now();
        Subscription subscription = new Subscription(id, owner, now);
        subscription.apply(body, now);
        UnusableAuth.refuse(subscription, body, now());
        em.persist(subscription);
        changes.fire(new SubscriptionChanged(subscription));
        return subscription;
    }

    /**
     * Changes what the body names; empty if there is no such subscription of this owner. One that {@code /eventmatch}
     * cannot show in full is a problem: whoever changes it there does not see what he changes.
     */
    public Optional<Subscription> change(Owner owner, UUID id, EventMatchBody body) {
        Optional<Subscription> found = locked(id).filter(subscription -> isVisible(subscription, owner));
        found.ifPresent(subscription -> {
            boolean isGone = subscription.standing().because().equals(Optional.of(DisabledBecause.FILE));
            if (!body.onlyEnables() || isGone) {
                refuseStatic(subscription);
            }
            if (subscription.wish().plainExpression().isEmpty() && !body.onlyEnables()) {
                throw Problem.of(
                        ProblemType.CONFLICT,
                        "This subscription asks for more than a jsonpath can say; change it at /subscriptions/" + id
                                + ".");
            }
            Optional<DisabledBecause> before = subscription.standing().because();
            subscription.apply(body, now());
            UnusableAuth.refuse(subscription, body, now());
            changed(subscription, before);
        });
        return found;
    }

    private void changed(Subscription subscription, Optional<DisabledBecause> before) {
        changes.fire(new SubscriptionChanged(subscription));
        boolean byFanfare =
                before.filter(because -> because != DisabledBecause.OWNER).isPresent();
        if (byFanfare && subscription.isLive()) {
            events.announce(Announcement.enabled(subscription, now()), subscription.owner());
        }
    }

    /** What the file says is changed in the file; to enable it again is no change of it. */
    private static void refuseStatic(Subscription subscription) {
        subscription.staticKey().ifPresent(key -> {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "This subscription comes from the file of static subscriptions, where its key is \"" + key
                            + "\"; change it there.");
        });
    }

    /** Marks a subscription as deleted; its row stays for the deliveries that speak of it. */
    public boolean delete(Owner owner, UUID id) {
        Optional<Subscription> found = locked(id).filter(subscription -> isVisible(subscription, owner));
        found.ifPresent(subscription -> {
            refuseStatic(subscription);
            subscription.delete(now());
            changes.fire(new SubscriptionChanged(subscription));
        });
        return found.isPresent();
    }

    /**
     * Some of an owner's subscriptions that can be deleted here, to be deleted one by one: whoever locked several at a time
     * could get in the way of a router that writes deliveries to the same.
     */
    public List<UUID> deletable(Owner owner, int most) {
        return em.createQuery(
                        "select s.id from Subscription s where s.tenant = :tenant and s.owner = :owner and s.deleted is null and s.staticKey is null",
                        UUID.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.name())
                .setMaxResults(most)
                .getResultList();
    }

    /** Notes that the filter of a subscription broke down on an event, once for each different sentence. */
    public void noteFault(UUID id, String sentence) {
        locked(id)
                .filter(subscription -> !sentence.equals(subscription.error().orElse(null)))
                .ifPresent(subscription -> subscription.noteFault(sentence, now()));
    }

    /** The subscription, if it is not deleted and this owner's. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Subscription> find(Owner owner, UUID id) {
        return find(id).filter(subscription -> isVisible(subscription, owner));
    }

    /** The subscription, whoever owns it, also if it is deleted. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Subscription> find(UUID id) {
        return Optional.ofNullable(em.find(Subscription.class, id));
    }

    /** Those of these subscriptions that there are, whoever owns them, also if they are deleted. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Subscription> findAll(Collection<UUID> ids) {
        return em.createQuery("select s from Subscription s where s.id in :ids", Subscription.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The subscriptions that somebody may see, oldest first; one more than the page holds, if there are more. */
    public List<Subscription> list(Reach whose, Page page) {
        String owner = whose.isAll() ? "" : "and s.owner = :owner ";
        TypedQuery<Subscription> query = em.createQuery(
                        "select s from Subscription s where s.tenant = :tenant " + owner
                                + "and s.deleted is null order by s.created, s.id",
                        Subscription.class)
                .setParameter("tenant", whose.tenant());
        if (!whose.isAll()) {
            query.setParameter("owner", whose.name());
        }
        return query.setFirstResult(page.offset()).setMaxResults(page.fetch()).getResultList();
    }

    /** How many there are of those that somebody may see; not more than {@code most} are counted. */
    public int count(Reach whose, int most) {
        String owner = whose.isAll() ? "" : "and owner = ?2 ";
        Query query = em.createNativeQuery("""
                        select count(*) from (
                            select 1 from subscription where tenant = ?1 and deleted is null %slimit %d) counted""".formatted(owner, most)).setParameter(1, whose.tenant());
        if (!whose.isAll()) {
            query.setParameter(2, whose.name());
        }
        return ((Number) query.getSingleResult()).intValue();
    }

    /**
     * The subscription as the database has it, after another node has changed it. It is taken out of the shared cache first:
     * to refresh it there could put back what a change made here meanwhile had replaced.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Subscription> reload(UUID id) {
        em.getEntityManagerFactory().getCache().evict(Subscription.class, id);
        recipients.forgetAll();
        return find(id);
    }

    private Optional<Subscription> locked(UUID id) {
        return Optional.ofNullable(em.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static boolean isVisible(Subscription subscription, Owner owner) {
        return subscription.deleted().isEmpty() && subscription.owner().equals(owner);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
