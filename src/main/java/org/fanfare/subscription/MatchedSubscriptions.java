package org.fanfare.subscription;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fanfare.database.UtcTime;

/** The store's side of matching: what is matched against events, and what of that has changed. */
@Stateless
public class MatchedSubscriptions {

    @PersistenceContext
    private EntityManager em;

    /** Those with ids above {@code after}, in their order: to read all in parts. */
    public List<Subscription> after(UUID after, int most) {
        return em.createQuery("""
                        select s from Subscription s
                        where s.id > :after and s.deleted is null
                        and (s.standing.because is null or s.standing.because not in :unmatched)
                        order by s.id""", Subscription.class)
                .setParameter("after", after)
                .setParameter("unmatched", DisabledBecause.UNMATCHED)
                .setMaxResults(most)
                .getResultList();
    }

    /** Which of these are enabled as of now, whatever is known on this node. */
    public Set<UUID> liveAmong(Collection<UUID> ids) {
        return Set.copyOf(
                em.createQuery("""
                        select s.id from Subscription s
                        where s.id in :ids and s.deleted is null and s.standing.disabled is null""", UUID.class).setParameter("ids", ids).getResultList());
    }

    /** Which subscriptions were changed at or after {@code since}, whatever their state, in the order of change. */
    public List<Change> changedSince(Instant since, int offset, int most) {
        return em
                .createQuery("""
                        select s.id, s.tenant, s.changedAt from Subscription s where s.changedAt >= :since
                        order by s.changedAt, s.id""", Object[].class)
                .setParameter("since", UtcTime.of(since))
                .setFirstResult(offset)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Change((UUID) row[0], (String) row[1], UtcTime.instant((OffsetDateTime) row[2])))
                .toList();
    }

    /** That a subscription was changed, and when. */
    public record Change(UUID subscriptionId, String tenant, Instant at) {}
}
