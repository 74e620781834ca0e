package org.fanfare.delivery;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The store's side of {@link AttemptRings}. Ids are ordered by time, so older deliveries are those with lower ones. */
@Stateless
public class AttemptRing {

    private static final UUID START = new UUID(0, 0);

    @PersistenceContext
    private EntityManager em;

    /** The newest settled delivery that is not among the {@code length} newest; empty if there are no more than these. */
    public Optional<UUID> end(UUID subscriptionId, int length) {
        // One short walk along the index for each state, so that no number of pending ones has to be passed over.
        String newest = """
                (select id from delivery where subscription_id = cast(?1 as uuid) and state = '%s'
                order by id desc limit %d)""";
        StringBuilder all = new StringBuilder();
        for (String state : List.of("DELIVERED", "DENIED", "FAILED", "CANCELLED")) {
            all.append(all.isEmpty() ? "" : " union all ").append(newest.formatted(state, length + 1));
        }
        @SuppressWarnings("unchecked")
        List<String> ids = em.createNativeQuery(
                        "select cast(id as varchar(36)) from (%s) settled order by id desc limit 1 offset %d"
                                .formatted(all, length))
                .setParameter(1, subscriptionId.toString())
                .getResultList();
        return ids.stream().findFirst().map(UUID::fromString);
    }

    /**
     * Thins the attempts of some settled deliveries from where it was left to {@code end}.
     *
     * @return how many deliveries were looked at; less than {@code most} means that the end is reached
     */
    public int thinUpTo(UUID subscriptionId, UUID end, int most) {
        UUID start = thinnedTo(subscriptionId);
        @SuppressWarnings("unchecked")
        List<String> ids = em.createNativeQuery("""
                        select cast(id as varchar(36)) from delivery
                        where subscription_id = cast(?1 as uuid) and id > cast(?2 as uuid) and id <= cast(?3 as uuid)
                        order by id limit %d""".formatted(most))
                .setParameter(1, subscriptionId.toString())
                .setParameter(2, start.toString())
                .setParameter(3, end.toString())
                .getResultList();
        if (!ids.isEmpty()) {
            thin(ids.stream().map(UUID::fromString).toList());
            noteThinned(subscriptionId, UUID.fromString(ids.get(ids.size() - 1)), start.equals(START));
        }
        return ids.size();
    }

    /** Removes the headers and bodies of the attempts of those deliveries among these that are settled. */
    public void thin(Collection<UUID> deliveryIds) {
        if (deliveryIds.isEmpty()) {
            return;
        }
        // UUIDs have but one spelling, so they can stand in the statement.
        String ids = deliveryIds.stream().map("cast('%s' as uuid)"::formatted).collect(Collectors.joining(", "));
        em.createNativeQuery("""
                        update attempt set request_headers = '', response_headers = null, response_body = null
                        where delivery_id in (select id from delivery where id in (%s) and settled_at is not null)""".formatted(ids)).executeUpdate();
    }

    private UUID thinnedTo(UUID subscriptionId) {
        @SuppressWarnings("unchecked")
        List<String> known = em.createNativeQuery(
                        "select cast(thinned_to as varchar(36)) from attempt_ring where subscription_id = cast(?1 as uuid)")
                .setParameter(1, subscriptionId.toString())
                .getResultList();
        return known.isEmpty() ? START : UUID.fromString(known.get(0));
    }

    private void noteThinned(UUID subscriptionId, UUID id, boolean first) {
        String statement = first
                ? "insert into attempt_ring (thinned_to, subscription_id) values (cast(?1 as uuid), cast(?2 as uuid))"
                : "update attempt_ring set thinned_to = cast(?1 as uuid) where subscription_id = cast(?2 as uuid)";
        em.createNativeQuery(statement)
                .setParameter(1, id.toString())
                .setParameter(2, subscriptionId.toString())
                .executeUpdate();
    }
}
