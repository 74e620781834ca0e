package org.fanfare.delivery;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.database.RowBatch;
import org.fanfare.database.UtcTime;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.wire.TimeOrderedId;

/** One event owed to one subscription. */
@Entity
@Table(name = "delivery")
@Cacheable(false)
public class Delivery {

    /** Of a new one to a subscription's target, see {@link #bind}: by the thousand, that is cheaper than the mapping. */
    static final String INSERT = """
            insert into delivery (id, event_id, subscription_id, tenant, owner, state, reason, attempts, round_start,
                postponements, kind, version, due_at, created_at, order_key)
            values (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?)""";

    @Id
    private UUID id;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "subscription_id")
    private UUID subscriptionId;

    private String tenant;
    private String owner;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private String reason;
    private int attempts;

    /** How many attempts had been made when it was last opened. */
    @Column(name = "round_start")
    private int roundStart;

    private int postponements;

    /** Null unless the policy kept it from being attempted. */
    @Embedded
    private PolicyNote policy;

    @Enumerated(EnumType.STRING)
    private DeliveryKind kind;

    /** Null unless it is a dead letter. */
    @Embedded
    private Failure failure;

    /** How many attempts had been made when it was opened anew after a denial; null if it never was. */
    @Column(name = "denied_after")
    private Integer deniedAfter;

    /** The fencing number; see {@link Deliveries}. Not {@code @Version}: it moves by statements, not by flushes. */
    private int version;

    @Column(name = "due_at")
    private OffsetDateTime dueAt;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "settled_at")
    private OffsetDateTime settledAt;

    /** Since when it waits for room or for its turn. */
    @Column(name = "waiting_since")
    private OffsetDateTime waitingSince;

    /** Whom to wake it with; see {@link Backlog}. */
    @Column(name = "waiting_for")
    private String waitingFor;

    @Column(name = "order_key")
    private String orderKey;

    protected Delivery() {}

    /**
     * A new delivery. Whoever makes it also sends its first nudge, so it is in his hands until {@code leaseEnd}; unless its
     * subscription is disabled.
     */
    Delivery(UUID eventId, Owed owed, Instant now, Instant leaseEnd) {
        this.id = TimeOrderedId.at(now);
        this.eventId = eventId;
        this.subscriptionId = owed.subscriptionId();
        this.tenant = owed.owner().tenant();
        this.owner = owed.owner().name();
        this.orderKey = owed.orderKey();
        this.state = owed.held() == null ? DeliveryState.PENDING : DeliveryState.HELD;
        this.reason = Columns.cut(owed.held(), Columns.LONGEST_REASON);
        this.kind = DeliveryKind.EVENT;
        this.version = 1;
        this.dueAt = owed.held() == null ? UtcTime.of(leaseEnd) : null;
        this.createdAt = UtcTime.of(now);
    }

    /** A new delivery of the same event to the dead-letter target, due now. */
    static Delivery deadLetter(Delivery failed, Instant now) {
        Delivery letter = new Delivery(failed.eventId, new Owed(failed.subscriptionId, failed.owner()), now, now);
        letter.kind = DeliveryKind.DEAD_LETTER;
        letter.failure = Failure.of(failed);
        return letter;
    }

    /** Gives the columns that a new one has to {@link #INSERT}. */
    void bind(RowBatch.Row row) throws SQLException {
        row.add(id)
                .add(eventId)
                .add(subscriptionId)
                .add(tenant)
                .add(owner)
                .add(state.name())
                .add(reason, Types.VARCHAR)
                .add(kind.name())
                .add(version)
                .add(dueAt, Types.TIMESTAMP_WITH_TIMEZONE)
                .add(createdAt)
                .add(orderKey, Types.VARCHAR);
    }

    public UUID id() {
        return id;
    }

    public UUID eventId() {
        return eventId;
    }

    public UUID subscriptionId() {
        return subscriptionId;
    }

    public Owner owner() {
        return new Owner(tenant, owner);
    }

    public DeliveryState state() {
        return state;
    }

    /** Why the delivery stands where it stands; empty while nothing has happened yet. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** How many attempts were made. */
    public int attempts() {
        return attempts;
    }

    /** How often in a row it was put off without an attempt, because the policy gave no answer. */
    int postponements() {
        return postponements;
    }

    /** What the policy said last, where it kept the delivery from being attempted. */
    public Optional<PolicyNote> policy() {
        return Optional.ofNullable(policy).filter(note -> note.answer() != null);
    }

    /** The delivery that failed, if this is its dead letter. */
    public Optional<UUID> deadLetterOf() {
        return failure().map(Failure::deliveryId);
    }

    private Optional<Failure> failure() {
        return Optional.ofNullable(failure).filter(each -> each.deliveryId() != null);
    }

    /** Says of another failure instead. */
    void tell(Failure other) {
        failure = other;
    }

    /**
     * Whether the policy has refused the event, and has not allowed it since: opening a denied delivery anew must not show
     * its owner anything before the policy has spoken.
     */
    public boolean isConcealed() {
        return state == DeliveryState.DENIED
                || state != DeliveryState.DELIVERED && deniedAfter != null && deniedAfter == attempts;
    }

    int version() {
        return version;
    }

    /** When it is due again, or its lease ends; empty while it is held and once it is settled. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(UtcTime.instant(dueAt));
    }

    /** Since when it waits for room or for its turn; empty if it does not. */
    public Optional<Instant> waitingSince() {
        return Optional.ofNullable(UtcTime.instant(waitingSince));
    }

    String waitingFor() {
        return waitingFor;
    }

    /** Those of one subscription with the same key are attempted one after the other; null for none. */
    String orderKey() {
        return orderKey;
    }

    public Instant createdAt() {
        return UtcTime.instant(createdAt);
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(UtcTime.instant(settledAt));
    }

    Nudge nudge() {
        return new Nudge(id, version);
    }

    /** The delivery in the hands of whoever holds it under this fencing number. */
    Claim claim(int fencingNumber, Instant leaseEnd) {
        return new Claim(
                id,
                eventId,
                subscriptionId,
                owner(),
                fencingNumber,
                attempts,
                roundStart,
                postponements,
                failure().orElse(null),
                orderKey,
                leaseEnd);
    }
}
