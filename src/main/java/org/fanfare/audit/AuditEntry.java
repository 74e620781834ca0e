package org.fanfare.audit;

import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.wire.TimeOrderedId;

/** One thing that somebody did, or tried to. Without a status it was begun, and its end is not known, or not yet. */
@Entity
@Table(name = "audit")
@Cacheable(false)
public class AuditEntry {

    private static final int LONGEST = 1000;

    @Id
    private UUID id;

    @Column(name = "begun_at")
    private OffsetDateTime begunAt;

    private String tenant;

    @Column(name = "caller")
    private String name;

    private String means;

    @Column(name = "token_id")
    private String token;

    private String address;
    private String method;
    private String operation;
    private String path;

    @Column(name = "request_id")
    private String requestId;

    private Integer status;
    private String detail;

    protected AuditEntry() {}

    AuditEntry(Actor actor, Deed deed, Instant now) {
        this.id = TimeOrderedId.at(now);
        this.begunAt = UtcTime.of(now);
        this.tenant = actor.tenant();
        this.name = actor.name();
        this.means = actor.means();
        this.token = actor.token() == null ? null : actor.token().toString();
        this.address = actor.address();
        this.method = deed.method();
        this.operation = deed.operation();
        this.path = cut(deed.path());
        this.requestId = deed.requestId();
    }

    /** Once, and then never again. */
    void end(int outcome, String what) {
        if (status == null) {
            status = outcome;
            detail = what == null ? null : cut(what);
        }
    }

    UUID id() {
        return id;
    }

    Instant begunAt() {
        return UtcTime.instant(begunAt);
    }

    String name() {
        return name;
    }

    String operation() {
        return operation;
    }

    Optional<Integer> status() {
        return Optional.ofNullable(status);
    }

    /** Adds everything that is known, the members named as in answers. */
    JsonObjectBuilder describe(JsonObjectBuilder json) {
        add(json, "tenant", tenant);
        add(json, "user", name);
        add(json, "means", means);
        add(json, "token", token);
        add(json, "address", address);
        add(json, "method", method);
        add(json, "operation", operation);
        add(json, "path", path);
        add(json, "detail", detail);
        add(json, "request", requestId);
        if (status != null) {
            json.add("status", status);
        }
        return json;
    }

    private static void add(JsonObjectBuilder json, String member, String text) {
        if (text != null) {
            json.add(member, text);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
