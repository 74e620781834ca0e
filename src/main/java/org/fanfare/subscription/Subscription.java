package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.dialect.JsonText;
import org.fanfare.filter.Filter;
import org.fanfare.filter.JsonPathFilter;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;

/** An owner's standing wish to be told of events: an expression that tells which, and a target URL that tells where. */
@Entity
@Table(name = "subscription")
@Cacheable
public class Subscription {

    @Id
    private UUID id;

    private String owner;
    private String name;

    @Lob
    private String jsonpath;

    @Enumerated(EnumType.STRING)
    private Dialect dialect;

    @Column(name = "target_url")
    private String targetUrl;

    private String version;

    @Lob
    private String extensions;

    @Lob
    private String auth;

    @Lob
    private String error;

    private OffsetDateTime disabled;
    private OffsetDateTime created;
    private OffsetDateTime updated;
    private OffsetDateTime deleted;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    protected Subscription() {}

    /** A subscription with nothing but its defaults; what the owner asked for is set by {@link #apply}. */
    Subscription(UUID id, String owner, Instant now) {
        this.id = id;
        this.owner = owner;
        this.version = "v0.1";
        this.extensions = "{}";
        this.auth = "{}";
        this.created = UtcTime.of(now);
        this.updated = UtcTime.of(now);
        this.changedAt = UtcTime.of(now);
    }

    /** Sets what a body names, and leaves the rest as it is. The body has been validated. */
    void apply(EventMatchBody body, Instant now) {
        if (body.has("name")) {
            name = body.name();
        }
        if (body.has("jsonpath")) {
            jsonpath = body.jsonpath();
            dialect = body.dialect();
        }
        if (body.has("target_url")) {
            targetUrl = body.targetUrl();
        }
        if (body.has("version")) {
            version = body.version();
        }
        if (body.has("extensions")) {
            extensions = body.extensions().toString();
        }
        if (body.has("auth")) {
            auth = AuthJson.unmask(body.auth(), object(auth)).toString();
        }
        applyTimes(body, now);
    }

    private void applyTimes(EventMatchBody body, Instant now) {
        updated = UtcTime.of(body.has("updated") ? body.updated() : now);
        changedAt = UtcTime.of(after(changedAt(), now));
        if (body.has("created")) {
            created = UtcTime.of(body.created());
        }
        if (body.has("disabled")) {
            disabled = UtcTime.of(body.disabled());
        }
        if (body.has("error")) {
            error = body.error();
        }
        if (body.has("deleted")) {
            deleted = UtcTime.of(body.deleted());
        }
    }

    void delete(Instant now) {
        deleted = UtcTime.of(now);
        updated = UtcTime.of(now);
        changedAt = UtcTime.of(after(changedAt(), now));
    }

    /** Notes for the owner that the expression could not be evaluated; the subscription stays enabled. */
    void noteFault(String sentence, Instant now) {
        error = sentence;
        changedAt = UtcTime.of(after(changedAt(), now));
    }

    public UUID id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    /** The expression, as the owner sent it. */
    public String jsonpath() {
        return jsonpath;
    }

    /** What the expression was found to be when it was saved. */
    public Dialect dialect() {
        return dialect;
    }

    /** What it asks of events; empty if the stored text does not compile any more, which is a bug. */
    public Optional<Filter> filter() {
        return JsonPath.recall(dialect(), jsonpath()).path().map(JsonPathFilter::new);
    }

    public String targetUrl() {
        return targetUrl;
    }

    public String version() {
        return version;
    }

    public JsonObject extensions() {
        return object(extensions);
    }

    /** With its secrets. */
    public JsonObject auth() {
        return object(auth);
    }

    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    public Optional<Instant> disabled() {
        return Optional.ofNullable(UtcTime.instant(disabled));
    }

    public Instant created() {
        return UtcTime.instant(created);
    }

    public Instant updated() {
        return UtcTime.instant(updated);
    }

    public Optional<Instant> deleted() {
        return Optional.ofNullable(UtcTime.instant(deleted));
    }

    /** When anything of it was last changed, also what leaves {@link #updated()} alone. */
    public Instant changedAt() {
        return UtcTime.instant(changedAt);
    }

    /** {@code now}, or a moment after {@code last}: no two changes have one time, so that it tells them apart. */
    private static Instant after(Instant last, Instant now) {
        return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }

    private static JsonObject object(String text) {
        return JsonText.accepted(text.getBytes(StandardCharsets.UTF_8)).asJsonObject();
    }

    /** Whether events are matched against it. */
    public boolean isLive() {
        return deleted == null && disabled == null;
    }
}
