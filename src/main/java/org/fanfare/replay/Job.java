package org.fanfare.replay;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Reach;
import org.fanfare.database.UtcTime;
import org.fanfare.delivery.DeliverySelection;
import org.fanfare.delivery.DeliverySelection.Span;
import org.fanfare.event.EventArchive.Stretch;
import org.fanfare.wire.TimeOrderedId;

/** Work on many deliveries, which goes on in steps. */
@Entity
@Table(name = "job")
@Cacheable(false)
public class Job {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private JobKind kind;

    private String tenant;
    private String owner;

    @Column(name = "of_all")
    private boolean ofAll;

    @Column(name = "subscription_id")
    private String subscriptionId;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "since_time")
    private OffsetDateTime since;

    @Column(name = "until_time")
    private OffsetDateTime until;

    private Integer rate;

    @Enumerated(EnumType.STRING)
    private JobState state;

    private String reason;

    @Column(name = "cursor_id")
    private String cursor;

    private int scanned;
    private int done;
    private int skipped;
    private int total;

    @Column(name = "total_is_least")
    private boolean totalIsLeast;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "started_at")
    private OffsetDateTime startedAt;

    @Column(name = "finished_at")
    private OffsetDateTime finishedAt;

    /** The fencing number: moves with every claim and every step. */
    private int version;

    @Column(name = "due_at")
    private OffsetDateTime dueAt;

    protected Job() {}

    /** A new job, due now. */
    Job(JobOrder order, Estimate estimate, Instant now) {
        this.id = TimeOrderedId.at(now);
        this.kind = order.kind();
        this.tenant = order.owner().tenant();
        this.owner = order.owner().name();
        this.ofAll = order.ofAll();
        this.subscriptionId = text(order.subscriptionId());
        this.eventId = text(order.eventId());
        this.since = UtcTime.of(order.since());
        this.until = UtcTime.of(order.until());
        this.rate = order.rate();
        this.state = JobState.QUEUED;
        this.total = estimate.count();
        this.totalIsLeast = estimate.isLeast();
        this.createdAt = micros(now);
        this.dueAt = UtcTime.of(now);
    }

    /** Leaves it to one node until then. */
    void claim(Instant now, Instant leaseEnd) {
        version++;
        dueAt = UtcTime.of(leaseEnd);
        if (state == JobState.QUEUED) {
            state = JobState.RUNNING;
            startedAt = micros(now);
        }
    }

    /** Notes what a step did; the next is due when the rate allows it. */
    void advance(Advance step, int perSecond, Instant now) {
        version++;
        cursor = step.cursor() == null ? cursor : text(step.cursor());
        scanned += step.scanned();
        done += step.done();
        skipped += step.skipped();
        reason = step.delay() == null ? null : step.delayReason();
        Duration pause = Duration.ofSeconds(step.done()).dividedBy(perSecond);
        dueAt = UtcTime.of(now.plus(step.delay() == null ? pause : step.delay()));
        if (step.isLast()) {
            finish(JobState.DONE, null, now);
        }
    }

    /** Ends it. */
    void finish(JobState how, String why, Instant now) {
        version++;
        state = how;
        reason = why;
        dueAt = null;
        finishedAt = micros(now);
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    /**
     * The deliveries it goes through; not for {@link JobKind#REPLAY_MISSING}, which goes through events.
     */
    DeliverySelection selection() {
        Reach whose = ofAll ? Reach.all(tenant) : Reach.of(owner());
        Span span = new Span(Objects.requireNonNullElse(UtcTime.instant(since), Instant.EPOCH), until());
        return switch (kind) {
            case RECOVER -> DeliverySelection.failed(subscriptionId(), span);
            case REPLAY -> DeliverySelection.received(subscriptionId(), span);
            case REPLAY_EVENT -> DeliverySelection.ofEvent(eventId(), whose, subscriptionId());
            case RELEASE, DROP -> DeliverySelection.held(subscriptionId());
            case REPLAY_MISSING -> throw new IllegalStateException("goes through events");
        };
    }

    /** The events that are still to be looked at, beginning after the lowest id. */
    Stretch eventsLeft() {
        UUID last = cursor != null
                ? cursor()
                : TimeOrderedId.lowest(Objects.requireNonNullElse(UtcTime.instant(since), Instant.EPOCH));
        return new Stretch(tenant, last, TimeOrderedId.lowest(until()));
    }

    UUID id() {
        return id;
    }

    JobKind kind() {
        return kind;
    }

    Owner owner() {
        return new Owner(tenant, owner);
    }

    /** Null for those of an event to any. */
    UUID subscriptionId() {
        return uuid(subscriptionId);
    }

    /** Null for those of a time. */
    UUID eventId() {
        return uuid(eventId);
    }

    Optional<Instant> since() {
        return Optional.ofNullable(UtcTime.instant(since));
    }

    Instant until() {
        return UtcTime.instant(until);
    }

    /** Null for what is usual. */
    Integer rate() {
        return rate;
    }

    JobState state() {
        return state;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** The delivery that was looked at last; null before the first. */
    UUID cursor() {
        return uuid(cursor);
    }

    int scanned() {
        return scanned;
    }

    int done() {
        return done;
    }

    int skipped() {
        return skipped;
    }

    Estimate total() {
        return new Estimate(total, totalIsLeast);
    }

    Instant createdAt() {
        return UtcTime.instant(createdAt);
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(UtcTime.instant(startedAt));
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(UtcTime.instant(finishedAt));
    }

    /** When the next step is due, or the lease of the one in hand ends; empty once finished. */
    Optional<Instant> dueAt() {
        return Optional.ofNullable(UtcTime.instant(dueAt));
    }

    int version() {
        return version;
    }

    /** As the database will have it: so the job is shown the same before and after it was stored. */
    private static OffsetDateTime micros(Instant at) {
        return UtcTime.of(at.truncatedTo(ChronoUnit.MICROS));
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static UUID uuid(String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
