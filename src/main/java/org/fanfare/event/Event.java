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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.dialect.SpecVersion;

/** An event as it was accepted. Immutable, so the server's shared cache may keep it. */
@Entity
@Table(name = "event")
@Cacheable
public class Event {

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

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "received_at")
    private OffsetDateTime receivedAt;

    /** Written once with the row; later only statements change the column, and nobody reads it from here. */
    @Column(name = "route_due_at", updatable = false)
    private OffsetDateTime routeDueAt;

    @Transient
    private transient CloudEvent cloudEvent;

    protected Event() {}

    Event(UUID id, String identity, CloudEvent event, String submittedBy, Instant receivedAt, Instant routeDueAt) {
        this.id = id;
        this.identity = identity;
        this.sourceKey = EventIdentity.sourceKey(event.source());
        this.specVersion = event.specVersion();
        this.mode = event.mode();
        this.source = event.source();
        this.eventId = event.id();
        this.type = event.type();
        this.contentType = event.dataContentType();
        this.attributes = event.attributes().toString();
        this.body = event.body();
        this.submittedBy = submittedBy;
        this.receivedAt = UtcTime.of(receivedAt);
        this.routeDueAt = UtcTime.of(routeDueAt);
        this.cloudEvent = event;
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

    /** Who posted it. */
    public String submittedBy() {
        return submittedBy;
    }

    public Instant receivedAt() {
        return UtcTime.instant(receivedAt);
    }
}
