package org.fanfare.delivery;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.database.UtcTime;
import org.fanfare.wire.TimeOrderedId;

/** A failed delivery of which a copy is still to be put on the queue of dead letters. */
@Entity
@Table(name = "dead_letter")
@Cacheable(false)
public class DeadLetter {

    @Id
    private UUID id;

    @Column(name = "delivery_id")
    private UUID deliveryId;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "subscription_id")
    private UUID subscriptionId;

    private String tenant;
    private String owner;
    private String reason;
    private int attempts;

    @Column(name = "due_at")
    private OffsetDateTime dueAt;

    protected DeadLetter() {}

    static DeadLetter of(Delivery failed, Instant now) {
        DeadLetter letter = new DeadLetter();
        letter.id = TimeOrderedId.at(now);
        letter.deliveryId = failed.id();
        letter.eventId = failed.eventId();
        letter.subscriptionId = failed.subscriptionId();
        letter.tenant = failed.owner().tenant();
        letter.owner = failed.owner().name();
        letter.reason = failed.reason().orElse(null);
        letter.attempts = failed.attempts();
        letter.dueAt = UtcTime.of(now);
        return letter;
    }

    UUID id() {
        return id;
    }

    UUID deliveryId() {
        return deliveryId;
    }

    UUID eventId() {
        return eventId;
    }

    UUID subscriptionId() {
        return subscriptionId;
    }

    Owner owner() {
        return new Owner(tenant, owner);
    }

    String reason() {
        return reason;
    }

    int attempts() {
        return attempts;
    }

    /** Leaves it to whoever has just read it, until then. */
    void holdUntil(Instant leaseEnd) {
        dueAt = UtcTime.of(leaseEnd);
    }
}
