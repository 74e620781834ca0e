package org.fanfare.event;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.Cache;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.database.RowBatch;
import org.fanfare.database.UtcTime;
import org.fanfare.wire.TimeOrderedId;

/** The store of accepted events. */
@Stateless
public class EventLog {

    private static final PendingEvents PENDING = new PendingEvents();

    private static final int MOST_LOOKED_FOR = 500;

    private static final Map<String, Object> PAST_THE_CACHE = Map.of(
            "jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS,
            "jakarta.persistence.cache.storeMode", CacheStoreMode.BYPASS);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private EventSettings settings;

    @Inject
    private jakarta.enterprise.event.Event<Announced> announcements;

    /**
     * Stores events that were not accepted before, all in one commit. Once this has returned they are durable; the caller
     * then nudges those that are new.
     *
     * @return one answer per event, in the order of the postings and of the events of each
     * @throws jakarta.ejb.EJBException also if another transaction has just stored one of them; call again
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<List<Accepted>> accept(List<Posting> postings) {
        Instant now = clock.instant();
        List<List<Event>> posted = eventsOf(postings, now);
        List<Event> all = posted.stream().flatMap(List::stream).toList();
        Map<String, UUID> stored = new HashMap<>();
        Set<UUID> added = new HashSet<>();
        for (Event event : insert(all, now)) {
            PENDING.add(event);
            added.add(event.id());
            stored.put(event.identity(), event.id());
        }
        findKnown(all, stored);
        return posted.stream()
                .map(events -> events.stream()
                        .map(event -> new Accepted(stored.get(event.identity()), added.contains(event.id())))
                        .toList())
                .toList();
    }

    private static List<List<Event>> eventsOf(List<Posting> postings, Instant now) {
        int count =
                postings.stream().mapToInt(posting -> posting.events().size()).sum();
        Iterator<UUID> ids = TimeOrderedId.several(now, count).iterator();
        return postings.stream()
                .map(posting -> posting.events().stream()
                        .map(event -> Event.posted(ids.next(), event, posting.submittedBy(), now))
                        .toList())
                .toList();
    }

    /**
     * Stores an event of Fanfare's own, in the caller's transaction. Once that has committed, it is nudged.
     *
     * @param audience the user whom it concerns
     * @return its tracking id
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public UUID announce(CloudEvent announcement, Owner audience) {
        Instant now = clock.instant();
        Event event = Event.announced(TimeOrderedId.at(now), announcement, audience, now);
        if (insert(List.of(event), now).isEmpty()) {
            throw new IllegalStateException("announced twice: " + announcement);
        }
        announcements.fire(new Announced(event.id()));
        return event.id();
    }

    /**
     * Inserts those that are not there, of the same event the first; in one order, so that no two who insert some of the
     * same wait for each other.
     */
    private List<Event> insert(List<Event> events, Instant now) {
        Map<String, Event> ordered = new TreeMap<>();
        events.forEach(event -> ordered.putIfAbsent(event.identity(), event));
        List<Event> inserted =
                RowBatch.changed(em, Event.INSERT, List.copyOf(ordered.values()), (row, event) -> event.bind(row));
        OffsetDateTime dueAt = UtcTime.of(now.plus(settings.routingLease()));
        RowBatch.execute(
                em,
                "insert into unrouted (event_id, due_at) values (?, ?)",
                inserted,
                (row, event) -> row.add(event.id()).add(dueAt));
        return inserted;
    }

    /**
     * The event, mostly from memory. One older than the retention is read from the database each time: any node may have
     * purged it, and no node tells the others' caches. So what is purged is found nowhere, as far as the nodes' clocks
     * agree.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Event> find(UUID id) {
        if (id.compareTo(oldestKept()) < 0) {
            return Optional.ofNullable(em.find(Event.class, id, PAST_THE_CACHE));
        }
        return PENDING.find(id).or(() -> Optional.ofNullable(em.find(Event.class, id)));
    }

    /** The event as the database has it: for who asks about it, as another node may have removed it on an admin's order. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Event> stored(UUID id) {
        return Optional.ofNullable(em.find(Event.class, id, PAST_THE_CACHE));
    }

    /** Marks the events as routed, in the caller's transaction; gives those that were not, with the others nothing is to do. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Set<UUID> markRouted(Collection<UUID> ids) {
        // In one order, so that no two who mark some of the same wait for each other.
        List<UUID> ordered = ids.stream().distinct().sorted().toList();
        return Set.copyOf(
                RowBatch.changed(em, "delete from unrouted where event_id = ?", ordered, (row, id) -> row.add(id)));
    }

    /** Keeps the event in memory until so many deliveries have {@link #used} it. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void expect(UUID id, int deliveries) {
        PENDING.expect(id, deliveries);
    }

    /** Deliveries of these events were tried, one for each time that an id stands there. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void used(Collection<UUID> ids) {
        PENDING.used(ids);
    }

    /** Claims events that were not routed in time, so that the caller nudges them. */
    public List<UUID> claimUnrouted(int most) {
        Instant now = clock.instant();
        @SuppressWarnings("unchecked")
        List<String> due = em.createNativeQuery("""
                        select cast(event_id as varchar(36)) from unrouted
                        where due_at <= ?1 order by due_at limit %d for update skip locked""".formatted(most))
                .setParameter(1, UtcTime.of(now))
                .getResultList();
        List<UUID> claimed = due.stream().map(UUID::fromString).toList();
        OffsetDateTime dueAgain = UtcTime.of(now.plus(settings.routingLease()));
        RowBatch.execute(
                em,
                "update unrouted set due_at = ? where event_id = ?",
                claimed,
                (row, id) -> row.add(dueAgain).add(id));
        return claimed;
    }

    /** The id of the first event that is not routed yet; empty if all are. */
    public Optional<UUID> firstUnrouted() {
        @SuppressWarnings("unchecked")
        List<String> first = em.createNativeQuery(
                        "select cast(event_id as varchar(36)) from unrouted order by event_id limit 1")
                .getResultList();
        return first.stream().map(UUID::fromString).findFirst();
    }

    /** Events that fit the query, newest first. */
    public List<Event> list(EventQuery query, int offset, int most) {
        return new EventSearch(query).newest(em, offset, most);
    }

    /**
     * Removes events that are older than the retention and owe nothing any more, with their deliveries and attempts.
     *
     * @return how many were removed; as many as {@code most} means that there are more
     */
    public int purge(int most) {
        return em.createNativeQuery("""
                        delete from event where id in (
                            select e.id from event e
                            where e.id < cast(?1 as uuid)
                            and not exists (select 1 from unrouted u where u.event_id = e.id)
                            and not exists (select 1 from delivery d where d.event_id = e.id and d.due_at is not null)
                            order by e.id limit %d)""".formatted(most))
                .setParameter(1, oldestKept().toString())
                .executeUpdate();
    }

    /** Forgets what this node has in memory of events that are gone; to be called once they are. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void forget(Collection<UUID> ids) {
        PENDING.forget(ids);
        Cache cache = em.getEntityManagerFactory().getCache();
        ids.forEach(id -> cache.evict(Event.class, id));
    }

    private UUID oldestKept() {
        return TimeOrderedId.lowest(clock.instant().minus(settings.retention()));
    }

    /** Adds the ids under which these events had been stored before. */
    private void findKnown(List<Event> events, Map<String, UUID> stored) {
        List<String> missing = events.stream()
                .map(Event::identity)
                .filter(identity -> !stored.containsKey(identity))
                .distinct()
                .toList();
        for (int from = 0; from < missing.size(); from += MOST_LOOKED_FOR) {
            em.createQuery("select e.identity, e.id from Event e where e.identity in :identities", Object[].class)
                    .setParameter("identities", missing.subList(from, Math.min(from + MOST_LOOKED_FOR, missing.size())))
                    .getResultList()
                    .forEach(row -> stored.put((String) row[0], (UUID) row[1]));
        }
        if (!stored.keySet().containsAll(missing)) {
            throw new IllegalStateException("an event was removed while it was accepted again");
        }
    }
}
