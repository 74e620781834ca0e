package org.fanfare.event;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.fanfare.caller.Owner;
import org.fanfare.database.RowBatch;
import org.fanfare.database.UtcTime;
import org.fanfare.dialect.SpecVersion;

/**
 * An event as it was accepted. Immutable, so the server's shared cache may keep it. Rows are inserted by {@link EventLog}
 * with a statement of its own, and only read through the mapping.
 */
@Entity
@Table(name = "event")
@Cacheable
public class Event {

    /** One statement that looks and inserts: without the look, each event sent twice would cost a transaction. */
    static final String INSERT = """
            insert into event (id, identity, source_key, spec_version, mode, source, event_id, type, content_type,
                attributes, body, tenant, submitted_by, audience, received_at)
            select cast(? as uuid), ?, ?, ?, ?, ?, ?, ?, cast(? as varchar(1024)), ?, ?, ?, ?, cast(? as varchar(255)),
                cast(? as timestamp(6) with time zone)
            where not exists (select 1 from event where identity = ?)""";

    /** Who submits Fanfare's own events. */
    private static final String FANFARE = "fanfare";

    @Id
    private UUID id;

    private String identity;

    @Column(name = "source_key")
    private String sourceKey;

    @Enumerated(EnumType.STRING)
    @Column(name = "spec_version")
    private SpecVersion specVersion;

    @Enumerated(EnumType.STRING)
    private ContentMode mode;

    private String source;

    @Column(name = "event_id")
    private String eventId;

    private String type;

    @Column(name = "content_type")
    private String contentType;

    @Lob
    private String attributes;

    @Lob
    private byte[] body;

    private String tenant;

    @Column(name = "submitted_by")
    private String submittedBy;

    private String audience;

    @Column(name = "received_at")
    private OffsetDateTime receivedAt;

    @Transient
    private transient CloudEvent cloudEvent;

    protected Event() {}

    /** An event that somebody posted. */
    static Event posted(UUID id, CloudEvent event, Owner by, Instant receivedAt) {
        return new Event(id, event, by, null, receivedAt);
    }

    /** An event of Fanfare's own, which concerns one user. */
    static Event announced(UUID id, CloudEvent event, Owner audience, Instant at) {
        return new Event(id, event, new Owner(audience.tenant(), FANFARE), audience.name(), at);
    }

    private Event(UUID id, CloudEvent event, Owner submittedBy, String audience, Instant receivedAt) {
        this.id = id;
        this.identity = EventIdentity.of(submittedBy.tenant(), event.source(), event.id());
        this.sourceKey = EventIdentity.sourceKey(event.source());
        this.specVersion = event.specVersion();
        this.mode = event.mode();
        this.source = event.source();
        this.eventId = event.id();
        this.type = event.type();
        this.contentType = event.dataContentType();
        this.attributes = event.attributes().toString();
        this.body = event.sharedBody();
        this.tenant = submittedBy.tenant();
        this.submittedBy = submittedBy.name();
        this.audience = audience;
        this.receivedAt = UtcTime.of(receivedAt);
        this.cloudEvent = event;
    }

    /** Gives the columns to {@link #INSERT}. */
    void bind(RowBatch.Row row) throws SQLException {
        row.add(id)
                .add(identity)
                .add(sourceKey)
                .add(specVersion.name())
                .add(mode.name())
                .add(source)
                .add(eventId)
                .add(type)
                .add(contentType, Types.VARCHAR)
                .add(attributes)
                .add(body)
                .add(tenant)
                .add(submittedBy)
                .add(audience, Types.VARCHAR)
                .add(receivedAt)
                .add(identity);
    }

    /** The key of source and id together. */
    String identity() {
        return identity;
    }

    int bodyLength() {
        return body.length;
    }

    /** The tracking id: Fanfare's own, other than the CloudEvent's {@code id}. */
    public UUID id() {
        return id;
    }

    public CloudEvent cloudEvent() {
        if (cloudEvent == null) {
            cloudEvent = CloudEvent.stored(specVersion, mode, attributes, contentType, body);
        }
        return cloudEvent;
    }

    /** The tenant in which it stays. */
    public String tenant() {
        return tenant;
    }

    /** Who posted it. */
    public Owner submittedBy() {
        return new Owner(tenant, submittedBy);
    }

    /** The one user, operators aside, whom it concerns; empty for the events that were posted, which may concern anybody. */
    public Optional<Owner> audience() {
        return Optional.ofNullable(audience).map(name -> new Owner(tenant, name));
    }

    /**
     * Whether it is put to this user's subscriptions at all: it is of his tenant, and concerns anybody, or him, or he is an
     * operator.
     */
    public boolean mayBeKnownTo(Owner user, Predicate<Owner> operators) {
        return user.tenant().equals(tenant)
                && (audience == null || audience.equals(user.name()) || operators.test(user));
    }

    /** Whether it is one of Fanfare's own about this subscription. */
    public boolean isAbout(UUID subscriptionId) {
        return audience != null && source.equals("/subscriptions/" + subscriptionId);
    }

    public Instant receivedAt() {
        return UtcTime.instant(receivedAt);
    }
}
