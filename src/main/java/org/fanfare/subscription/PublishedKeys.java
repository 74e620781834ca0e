package org.fanfare.subscription;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.signing.HeldKey;
import org.fanfare.signing.KeyRing;

/** The store of public keys. It holds what the sealed key rings say, to be read without opening them. */
@Stateless
public class PublishedKeys {

    @PersistenceContext
    private EntityManager em;

    /** Publishes the public keys in the ring, in place of those of this subscription before. */
    public void publish(UUID subscriptionId, KeyRing ring, Instant now) {
        em.createQuery("delete from PublishedKey k where k.subscriptionId = :subscription")
                .setParameter("subscription", subscriptionId)
                .executeUpdate();
        for (HeldKey held : ring.keyPairs(now)) {
            em.persist(new PublishedKey(UUID.randomUUID(), subscriptionId, held));
        }
    }

    /** The keys that count, of subscriptions that are not deleted, the newest first. */
    public List<PublishedKey> live(Instant now, int most) {
        return em.createQuery("""
                        select k from PublishedKey k, Subscription s
                        where s.id = k.subscriptionId and s.deleted is null
                            and (k.untilAt is null or k.untilAt > :now)
                        order by k.createdAt desc, k.id""", PublishedKey.class)
                .setParameter("now", UtcTime.of(now))
                .setMaxResults(most)
                .getResultList();
    }

    /** The key of that name, if it counts. */
    public List<PublishedKey> live(Instant now, String keyId) {
        return em.createQuery("""
                        select k from PublishedKey k, Subscription s
                        where k.keyId = :keyId and s.id = k.subscriptionId and s.deleted is null
                            and (k.untilAt is null or k.untilAt > :now)""", PublishedKey.class)
                .setParameter("keyId", keyId)
                .setParameter("now", UtcTime.of(now))
                .setMaxResults(1)
                .getResultList();
    }
}
