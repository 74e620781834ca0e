package org.fanfare.event;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Past events, for whoever goes through many of them: in parts, and past the shared cache, which they would only clear of
 * what is needed. Each method is short and has no transaction of the caller's.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventArchive {

    @PersistenceContext
    private EntityManager em;

    /** An event that is there to be loaded, and how much there is of it. */
    public record Entry(UUID id, long bytes) {}

    /**
     * Events of a tenant.
     *
     * @param least the lowest id
     * @param below an id above all of them
     */
    public record Stretch(String tenant, UUID least, UUID below) {}

    /** The newest entries of a stretch. */
    public List<Entry> newest(Stretch stretch, int most) {
        return entries(">=", stretch, "desc", most);
    }

    /** The oldest entries of a stretch, without its lowest id. */
    public List<Entry> oldestAfter(Stretch stretch, int most) {
        return entries(">", stretch, "asc", most);
    }

    /** The tenant is named in "order by" although there is only one: so H2 sees that the index has the order already. */
    private List<Entry> entries(String above, Stretch stretch, String order, int most) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("""
                        select cast(e.id as varchar(36)), octet_length(e.body) from event e
                        where e.tenant = ?3 and e.id %s cast(?1 as uuid) and e.id < cast(?2 as uuid)
                        order by e.tenant %s, e.id %s limit %d""".formatted(above, order, order, most))
                .setParameter(1, stretch.least().toString())
                .setParameter(2, stretch.below().toString())
                .setParameter(3, stretch.tenant())
                .getResultList();
        return rows.stream()
                .map(row -> new Entry(UUID.fromString((String) row[0]), ((Number) row[1]).longValue()))
                .toList();
    }

    /** How many events there are in a stretch; not more than {@code most} are counted. */
    public int count(Stretch stretch, int most) {
        Object count = em.createNativeQuery("""
                        select count(*) from (
                            select 1 from event e
                            where e.tenant = ?3 and e.id >= cast(?1 as uuid) and e.id < cast(?2 as uuid)
                            limit %d) counted""".formatted(most))
                .setParameter(1, stretch.least().toString())
                .setParameter(2, stretch.below().toString())
                .setParameter(3, stretch.tenant())
                .getSingleResult();
        return ((Number) count).intValue();
    }

    /** These events, newest first; without those that have been purged. */
    public List<Event> load(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select e from Event e where e.id in :ids order by e.id desc", Event.class)
                        .setParameter("ids", ids)
                        .setHint("jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS)
                        .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.BYPASS)
                        .getResultList();
    }

    /** {@link #load(Collection)}, of a tenant. */
    public List<Event> load(String tenant, Collection<UUID> ids) {
        return load(ids).stream().filter(event -> event.tenant().equals(tenant)).toList();
    }

    /** Which of these events have been routed: to the others' subscriptions routing itself is about to open deliveries. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Set<UUID> routed(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        List<String> texts = ids.stream().map(UUID::toString).toList();
        String parameters = IntStream.rangeClosed(1, texts.size())
                .mapToObj(number -> "cast(?" + number + " as uuid)")
                .collect(Collectors.joining(", "));
        Query query = em.createNativeQuery("""
                select cast(id as varchar(36)) from event where id in (%s)
                and not exists (select 1 from unrouted u where u.event_id = event.id)""".formatted(parameters));
        for (int i = 0; i < texts.size(); i++) {
            query.setParameter(i + 1, texts.get(i));
        }
        @SuppressWarnings("unchecked")
        List<String> found = query.getResultList();
        return found.stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }
}
