package org.fanfare.subscription;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.fanfare.secret.MasterKeys;
import org.fanfare.secret.SecretUnreadable;

/** Seals the secrets of subscriptions anew, some rows in a transaction. */
@Stateless
public class SealedSecrets {

    private static final Logger LOG = System.getLogger(SealedSecrets.class.getName());

    private static final String UNSEALED = "s.secrets.secretsKey is null";
    private static final String OUTDATED =
            "(s.secrets.secretsKey is null or s.secrets.secretsKey <> '' and s.secrets.secretsKey <> :first)";

    @PersistenceContext
    private EntityManager em;

    /**
     * What was done in one transaction.
     *
     * @param last the last subscription that was looked at; null if there was none
     */
    public record Step(UUID last, int sealed, int unreadable) {}

    /** Seals what stands in the database as it was sent, of subscriptions with ids above {@code after}. */
    public Step sealPlain(UUID after, int most) {
        return seal(em.createQuery(query(UNSEALED), UUID.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList());
    }

    /** Seals what is not sealed with the first master key, of subscriptions with ids above {@code after}. */
    public Step sealOutdated(UUID after, int most) {
        return seal(em.createQuery(query(OUTDATED), UUID.class)
                .setParameter("after", after)
                .setParameter("first", MasterKeys.configured().firstId())
                .setMaxResults(most)
                .getResultList());
    }

    /** The ids of the master keys that there are secrets of. */
    public List<String> keysInUse() {
        return em.createQuery("""
                        select distinct s.secrets.secretsKey from Subscription s
                        where s.secrets.secretsKey is not null and s.secrets.secretsKey <> ''""", String.class).getResultList();
    }

    private static String query(String condition) {
        return "select s.id from Subscription s where s.id > :after and " + condition + " order by s.id";
    }

    private Step seal(List<UUID> ids) {
        int sealed = 0;
        for (UUID id : ids) {
            Subscription subscription = em.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE);
            try {
                subscription.reseal();
                sealed++;
            } catch (SecretUnreadable why) {
                LOG.log(
                        Level.ERROR,
                        "secrets cannot be sealed anew subscription=%s reason=\"%s\"".formatted(id, why.getMessage()));
            }
        }
        return new Step(ids.isEmpty() ? null : ids.get(ids.size() - 1), sealed, ids.size() - sealed);
    }
}
