package org.fanfare.event;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fanfare.database.RowBatch;

/**
 * Removes events on somebody's order, with their deliveries and attempts, some in a transaction. Whoever calls it has
 * {@link EventLog#forget} called for those that are gone, after the commit; other nodes may still have them in memory, so
 * whoever asks about an event is answered from the database.
 */
@Stateless
public class EventRemoval {

    /** Still to be routed, or with a delivery that is pending or held. */
    private static final String OWED = """
            (exists (select 1 from unrouted u where u.event_id = event.id)
                or exists (select 1 from delivery d where d.event_id = event.id
                    and (d.due_at is not null or d.state = 'HELD')))""";

    @PersistenceContext
    private EntityManager em;

    /**
     * What came of some events.
     *
     * @param removed those that are gone now
     * @param kept how many are still owed to somebody, and are kept
     */
    public record Step(List<UUID> removed, int kept) {}

    /**
     * Removes these events; those that the tenant does not have count for nothing.
     *
     * @param alsoOwed whether those that are still owed to somebody are removed too
     */
    public Step these(String tenant, Collection<UUID> ids, boolean alsoOwed) {
        List<UUID> removed = new ArrayList<>();
        int kept = 0;
        List<UUID> ordered = ids.stream().distinct().sorted().toList();
        if (alsoOwed) {
            unmark(tenant, ordered);
        }
        for (UUID id : ordered) {
            if (remove(tenant, id, alsoOwed)) {
                removed.add(id);
            } else {
                kept += isThere(tenant, id) ? 1 : 0;
            }
        }
        return new Step(removed, kept);
    }

    /** Before the events, as routing does it: else the two could wait for each other. */
    private void unmark(String tenant, List<UUID> ids) {
        RowBatch.execute(em, """
                delete from unrouted where event_id = ?
                and exists (select 1 from event e where e.id = unrouted.event_id and e.tenant = ?)""", ids, (row, id) -> row.add(id).add(tenant));
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
