package org.fanfare.token;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fanfare.caller.Identity;
import org.fanfare.caller.Identity.Means;
import org.fanfare.caller.Role;
import org.fanfare.database.UtcTime;
import org.fanfare.wire.TimeOrderedId;

/** A token that was given to somebody, without what makes it one. */
@Entity
@Table(name = "api_token")
@Cacheable(false)
public class ApiToken {

    @Id
    private UUID id;

    private String tenant;
    private String owner;
    private String name;
    private String hint;
    private String hash;
    private String scopes;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    @Column(name = "revoked_at")
    private OffsetDateTime revokedAt;

    @Column(name = "last_used_at")
    private OffsetDateTime lastUsedAt;

    protected ApiToken() {}

    ApiToken(TokenOrder order, TokenText text, String createdBy, Instant now) {
        this.id = TimeOrderedId.at(now);
        this.tenant = order.tenant();
        this.owner = order.owner();
        this.name = order.name();
        this.hint = text.hint();
        this.hash = text.hash();
        this.scopes = order.scopes().stream().map(Role::wireName).sorted().collect(Collectors.joining(","));
        this.createdAt = UtcTime.of(now.truncatedTo(ChronoUnit.MICROS));
        this.createdBy = createdBy;
        this.expiresAt =
                order.expires() == null ? null : UtcTime.of(order.expires().truncatedTo(ChronoUnit.MICROS));
    }

    /** Ends it, unless it was ended before. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = UtcTime.of(now.truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** Whether it is good for anything. */
    boolean isLive(Instant now) {
        return revokedAt == null
                && (expiresAt == null || UtcTime.instant(expiresAt).isAfter(now));
    }

    /** Who its bearer is. */
    Identity identity() {
        return new Identity(owner, tenant, Role.among(scopes()), Means.TOKEN, id);
    }

    UUID id() {
        return id;
    }

    String tenant() {
        return tenant;
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    String hint() {
        return hint;
    }

    Set<String> scopes() {
        return Arrays.stream(scopes.split(",")).collect(Collectors.toUnmodifiableSet());
    }

    Instant createdAt() {
        return UtcTime.instant(createdAt);
    }

    String createdBy() {
        return createdBy;
    }

    Optional<Instant> expiresAt() {
        return Optional.ofNullable(UtcTime.instant(expiresAt));
    }

    Optional<Instant> revokedAt() {
        return Optional.ofNullable(UtcTime.instant(revokedAt));
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(UtcTime.instant(lastUsedAt));
    }
}
