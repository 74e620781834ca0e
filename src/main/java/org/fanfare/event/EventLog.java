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
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.database.UtcTime;
import org.fanfare.wire.TimeOrderedId;

/** The store of accepted events. */
@Stateless
public class EventLog {

    private static final RecentEvents RECENT = new RecentEvents();

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
     * Stores events that were not accepted before. Once this has returned they are durable; the caller then nudges
     * those that are new.
     *
     * @return one answer per event, in their order
     * @throws jakarta.ejb.EJBException also if another request has just stored one of them; call again
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Accepted> accept(List<CloudEvent> incoming, Owner submittedBy) {
        Instant now = clock.instant();
        List<Accepted> accepted = new ArrayList<>(incoming.size());
        Iterator<UUID> ids = TimeOrderedId.several(now, incoming.size()).iterator();
        for (CloudEvent cloudEvent : incoming) {
            Event event = Event.posted(ids.next(), cloudEvent, submittedBy, now);
            if (insert(event, now.plus(settings.routingLease()))) {
                RECENT.add(event);
                accepted.add(new Accepted(event.id(), true));
            } else {
                accepted.add(new Accepted(known(event.identity()), false));
            }
        }
        return accepted;
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
        if (!insert(event, now.plus(settings.routingLease()))) {
            throw new IllegalStateException("announced twice: " + announcement);
        }
        announcements.fire(new Announced(event.id()));
        return event.id();
    }

    /** One statement that looks and inserts: without the look, each event sent twice would cost a transaction. */
    private boolean insert(Event event, Instant routeDueAt) {
        Query insert = em.createNativeQuery("""
                insert into event (id, identity, source_key, spec_version, mode, source, event_id, type, content_type,
                    attributes, body, tenant, submitted_by, audience, received_at, route_due_at)
                select cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as varchar(1024)), ?10, ?11, ?12, ?13,
                    cast(?14 as varchar(255)), cast(?15 as timestamp(6) with time zone),
                    cast(?16 as timestamp(6) with time zone)
                where not exists (select 1 from event where identity = ?2)""");
        return event.bind(insert, routeDueAt).executeUpdate() == 1;
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
        return RECENT.find(id).or(() -> Optional.ofNullable(em.find(Event.class, id)));
    }

    /** The event as the database has it: for who asks about it, as another node may have removed it on an admin's order. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Event> stored(UUID id) {
        return Optional.ofNullable(em.find(Event.class, id, PAST_THE_CACHE));
    }

    /** Marks the event as routed, in the caller's transaction; false if it was, then there is nothing left to do. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean markRouted(UUID id) {
        // A native statement: a JPQL one would drop all events from the shared cache, though nothing in it changes.
        return em.createNativeQuery(
                                "update event set route_due_at = null where id = cast(?1 as uuid) and route_due_at is not null")
                        .setParameter(1, id.toString())
                        .executeUpdate()
                == 1;
    }

    /** Claims events that were not routed in time, so that the caller nudges them. */
    public List<UUID> claimUnrouted(int most) {
        Instant now = clock.instant();
        @SuppressWarnings("unchecked")
        List<String> due = em.createNativeQuery("""
                        select cast(id as varchar(36)) from event
                        where route_due_at <= ?1 order by route_due_at limit %d for update skip locked""".formatted(most))
                .setParameter(1, UtcTime.of(now))
                .getResultList();
        due.forEach(id -> em.createNativeQuery("update event set route_due_at = ?1 where id = cast(?2 as uuid)")
                .setParameter(1, UtcTime.of(now.plus(settings.routingLease())))
                .setParameter(2, id)
                .executeUpdate());
        return due.stream().map(UUID::fromString).toList();
    }

    /** The id of the first event that is not routed yet; empty if all are. */
    public Optional<UUID> firstUnrouted() {
        // The inner limit keeps the planner on the index of the few that are due, rather than on all events by id.
        @SuppressWarnings("unchecked")
        List<String> first = em.createNativeQuery("""
                        select cast(id as varchar(36)) from
                            (select id from event where route_due_at > ?1 order by route_due_at limit 1000000) unrouted
                        order by id limit 1""")
                .setParameter(1, UtcTime.of(Instant.EPOCH))
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
        UUID oldestKept = oldestKept();
        RECENT.forgetBefore(oldestKept);
        return em.createNativeQuery("""
                        delete from event where id in (
                            select e.id from event e
                            where e.id < cast(?1 as uuid) and e.route_due_at is null
                            and not exists (select 1 from delivery d where d.event_id = e.id and d.due_at is not null)
                            order by e.id limit %d)""".formatted(most))
                .setParameter(1, oldestKept.toString())
                .executeUpdate();
    }

    /** Forgets what this node has in memory of events that are gone; to be called once they are. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void forget(Collection<UUID> ids) {
        RECENT.forget(ids);
        Cache cache = em.getEntityManagerFactory().getCache();
        ids.forEach(id -> cache.evict(Event.class, id));
    }

    private UUID oldestKept() {
        return TimeOrderedId.lowest(clock.instant().minus(settings.retention()));
    }

    private UUID known(String identity) {
        List<UUID> ids = em.createQuery("select e.id from Event e where e.identity = :identity", UUID.class)
                .setParameter("identity", identity)
                .getResultList();
        return ids.isEmpty() ? null : ids.get(0);
    }
}
