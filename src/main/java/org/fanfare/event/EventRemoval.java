package org.fanfare.event;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fanfare.event.EventArchive.Stretch;

/**
 * Removes events on somebody's order, with their deliveries and attempts, some in a transaction. Whoever calls it has
 * {@link EventLog#forget} called for those that are gone, after the commit; other nodes may still have them in memory.
 */
@Stateless
public class EventRemoval {

    /** Still to be routed, or with a delivery that is pending or held. */
    private static final String OWED = """
            (event.route_due_at is not null or exists (select 1 from delivery d where d.event_id = event.id
                and (d.due_at is not null or d.state = 'HELD')))""";

    @PersistenceContext
    private EntityManager em;

    /**
     * What came of some events.
     *
     * @param last the last that was looked at; null if there was none
     * @param removed those that are gone now
     * @param kept how many are still owed to somebody, and are kept
     */
    public record Step(UUID last, List<UUID> removed, int kept) {

        public int looked() {
            return removed.size() + kept;
        }
    }

    /**
     * Removes the next events of a stretch without its lowest id, the oldest first.
     *
     * @param alsoOwed whether those that are still owed to somebody are removed too
     */
    public Step next(Stretch stretch, boolean alsoOwed, int most) {
        @SuppressWarnings("unchecked")
        List<String> found = em.createNativeQuery("""
                        select cast(id as varchar(36)) from event
                        where tenant = ?3 and id > cast(?1 as uuid) and id < cast(?2 as uuid)
                        order by tenant, id limit %d""".formatted(most))
                .setParameter(1, stretch.least().toString())
                .setParameter(2, stretch.below().toString())
                .setParameter(3, stretch.tenant())
                .getResultList();
        return these(stretch.tenant(), found.stream().map(UUID::fromString).toList(), alsoOwed);
    }

    /** Removes these events of a tenant; those that are not there count for nothing. */
    public Step these(String tenant, Collection<UUID> ids, boolean alsoOwed) {
        List<UUID> removed = new ArrayList<>();
        int kept = 0;
        UUID last = null;
        for (UUID id : ids) {
            if (remove(tenant, id, alsoOwed)) {
                removed.add(id);
            } else {
                kept += isThere(tenant, id) ? 1 : 0;
            }
            last = id;
        }
        return new Step(last, removed, kept);
    }

    /** One statement looks and removes, so that what is opened anew meanwhile stays. */
    private boolean remove(String tenant, UUID id, boolean alsoOwed) {
        String condition = alsoOwed ? "" : " and not " + OWED;
        return em.createNativeQuery("delete from event where id = cast(?1 as uuid) and tenant = ?2" + condition)
                        .setParameter(1, id.toString())
                        .setParameter(2, tenant)
                        .executeUpdate()
                == 1;
    }

    private boolean isThere(String tenant, UUID id) {
        return !em.createNativeQuery("select 1 from event where id = cast(?1 as uuid) and tenant = ?2")
                .setParameter(1, id.toString())
                .setParameter(2, tenant)
                .getResultList()
                .isEmpty();
    }
}
