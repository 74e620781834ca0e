package org.fanfare.delivery;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fanfare.caller.Owner;
import org.fanfare.database.UtcTime;
import org.fanfare.event.CloudEventReader;
import org.fanfare.event.EventLog;
import org.fanfare.event.Posting;
import org.fanfare.event.Reading;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.traffic.Ordering;
import org.fanfare.wire.TimeOrderedId;

/** Beside the stores in the server: does to rows what a test needs done, each in a transaction. */
@Stateless
public class DeliveryRows {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Deliveries deliveries;

    @Inject
    private DeliveryArchive archive;

    @Inject
    private EventLog events;

    /** A new event, accepted and not routed yet. */
    public UUID accept() {
        return accept(UUID.randomUUID().toString());
    }

    /** The tracking id of an event whose sender gave it this id. The log commits it in a transaction of its own. */
    public UUID accept(String id) {
        return events.accept(List.of(posting("it", id))).get(0).get(0).id();
    }

    /** Events with these ids, as somebody sends them at once. */
    static Posting posting(String by, String... ids) {
        String body = Arrays.stream(ids)
                .map("{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"/it\",\"id\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        Reading reading = CloudEventReader.read(
                "application/cloudevents-batch+json", Map.of(), body.getBytes(StandardCharsets.UTF_8));
        return new Posting(((Reading.Read) reading).events(), Owner.named(by));
    }

    /** Opens a delivery of the event to a new subscription, which is deleted, so that no router finds it. */
    public Nudge open(UUID event) {
        return open(event, new Owed(subscribe(), Owner.named("o")));
    }

    public Nudge open(UUID event, Owed owed) {
        return deliveries.open(Map.of(event, List.of(owed))).get(0);
    }

    /** A new subscription, which is deleted. */
    public UUID subscribe() {
        UUID subscription = UUID.randomUUID();
        em.createNativeQuery("""
                        insert into subscription (id, owner, name, jsonpath, dialect, target_url, version, extensions,
                            auth, created, updated, deleted, changed_at)
                        values (cast(?1 as uuid), 'o', 'n', '$', 'JSONPATH2', 'http://127.0.0.1:1/', 'v0.1', '{}', '{}',
                            current_timestamp, current_timestamp, current_timestamp, current_timestamp)""").setParameter(1, subscription.toString()).executeUpdate();
        return subscription;
    }

    /** Opens a delivery that is held. */
    public UUID hold(UUID event, UUID subscription) {
        deliveries.open(
                Map.of(event, List.of(new Owed(subscription, Owner.named("o"), Ordering.NONE, null, "because"))));
        return archive.ofEvent(event, List.of(subscription)).get(0).id();
    }

    /** Opens a delivery that was attempted once and, perhaps, is settled. */
    public UUID attempted(UUID event, UUID subscription, boolean settled) {
        UUID id = hold(event, subscription);
        if (settled) {
            settle(id);
        }
        em.createNativeQuery("""
                        insert into attempt (delivery_id, number, started_at, elapsed_millis, request_url,
                            request_headers, request_length, response_headers, response_body, response_status)
                        values (cast(?1 as uuid), 1, current_timestamp, 5, 'http://127.0.0.1:1/', 'A: b', 3, 'C: d', 'text',
                            204)""").setParameter(1, id.toString()).executeUpdate();
        return id;
    }

    public void settle(UUID delivery) {
        em.createNativeQuery(
                        "update delivery set state = 'DELIVERED', settled_at = current_timestamp where id = cast(?1 as uuid)")
                .setParameter(1, delivery.toString())
                .executeUpdate();
    }

    /** Settles a delivery as other rooms do it, past the workers. */
    public void cancel(UUID delivery) {
        em.createQuery("update Delivery d set d.state = :cancelled where d.id = :id")
                .setParameter("cancelled", DeliveryState.CANCELLED)
                .setParameter("id", delivery)
                .executeUpdate();
    }

    /** Makes a routed event of two months ago of one that has no deliveries yet, and gives its new id. */
    public UUID age(UUID event) {
        UUID old = TimeOrderedId.at(Instant.now().minus(Duration.ofDays(60)));
        markRouted(event);
        em.createNativeQuery("update event set id = cast(?1 as uuid) where id = cast(?2 as uuid)")
                .setParameter(1, old.toString())
                .setParameter(2, event.toString())
                .executeUpdate();
        return old;
    }

    /** Makes the event's row unreadable. */
    public void spoil(UUID event) {
        em.createNativeQuery("update event set attributes = 'no JSON' where id = cast(?1 as uuid)")
                .setParameter(1, event.toString())
                .executeUpdate();
    }

    public boolean markRouted(UUID event) {
        return events.markRouted(Set.of(event)).contains(event);
    }

    public void setDue(Nudge nudge, Instant due) {
        em.createQuery("update Delivery d set d.dueAt = :due where d.id = :id")
                .setParameter("due", UtcTime.of(due))
                .setParameter("id", nudge.deliveryId())
                .executeUpdate();
    }

    /**
     * As if the lease, or the time until the next attempt, had just ended, and the timer had claimed it. In one
     * transaction, so that the server's own timer cannot come between.
     */
    public Nudge endLeaseAndClaim(Nudge nudge) {
        setDue(nudge, Instant.now().minusSeconds(1));
        deliveries.claimDue(500);
        return find(nudge).nudge();
    }

    public Delivery find(UUID delivery) {
        return em.find(Delivery.class, delivery);
    }

    /** As if the lease had ended and the timer had claimed it for another worker. */
    public Nudge claimAgain(Nudge nudge) {
        em.createQuery("update Delivery d set d.version = d.version + 1, d.dueAt = :due where d.id = :id")
                .setParameter("due", UtcTime.of(Instant.now().plus(Duration.ofMinutes(1))))
                .setParameter("id", nudge.deliveryId())
                .executeUpdate();
        return find(nudge).nudge();
    }

    public Delivery find(Nudge nudge) {
        return em.find(Delivery.class, nudge.deliveryId());
    }
}
