package org.fanfare.handshake;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.sending.HandshakeOptions;

/** What a subscription's target was asked, and what it said. */
@Entity
@Table(name = "handshake")
@Cacheable(false)
public class Handshake {

    private static final int LONGEST_REASON = 1000;

    @Id
    @Column(name = "subscription_id")
    private UUID subscriptionId;

    @Column(name = "target_url")
    private String targetUrl;

    @Enumerated(EnumType.STRING)
    private HandshakeState state;

    private String origin;

    @Column(name = "requested_rate")
    private Integer requestedRate;

    @Column(name = "granted_rate")
    private Integer grantedRate;

    @Column(name = "key_hash")
    private String keyHash;

    private int questions;
    private int failures;
    private String reason;

    @Column(name = "due_at")
    private OffsetDateTime dueAt;

    @Column(name = "decided_at")
    private OffsetDateTime decidedAt;

    protected Handshake() {}

    /** The target is to be asked. */
    Handshake(UUID subscriptionId, String targetUrl, HandshakeOptions options, Instant now) {
        this.subscriptionId = subscriptionId;
        begin(targetUrl, options, now);
    }

    /** Begins anew where it is about another target, or another rate. */
    void follow(String newTargetUrl, HandshakeOptions options, Instant now) {
        boolean isSame = targetUrl.equals(newTargetUrl) && Objects.equals(requestedRate, options.requestedRate());
        if (!isSame) {
            begin(newTargetUrl, options, now);
        }
    }

    private void begin(String newTargetUrl, HandshakeOptions options, Instant now) {
        targetUrl = newTargetUrl;
        requestedRate = options.requestedRate();
        askAgain(now);
    }

    /** The target is to be asked; what it said before counts no more. */
    void askAgain(Instant now) {
        state = HandshakeState.PENDING;
        grantedRate = null;
        keyHash = null;
        failures = 0;
        questions++;
        reason = "The target was not asked yet.";
        decidedAt = null;
        dueAt = UtcTime.of(now);
    }

    /** Is about to be asked; due again at {@code leaseEnd}, if nothing comes of it. */
    void ask(String askingOrigin, String newKeyHash, Instant leaseEnd) {
        origin = askingOrigin;
        keyHash = newKeyHash;
        questions++;
        dueAt = UtcTime.of(leaseEnd);
    }

    /** @param next when to ask again, if this is no decision */
    void take(Decision decision, boolean hasCallback, Instant now, Instant next) {
        reason = decision.reason().substring(0, Math.min(decision.reason().length(), LONGEST_REASON));
        if (decision instanceof Decision.Granted granted) {
            grant(granted.rate(), now);
        } else if (decision instanceof Decision.NotGranted) {
            state = hasCallback ? HandshakeState.ASKED : HandshakeState.REFUSED;
            decidedAt = UtcTime.of(now);
            dueAt = null;
        } else {
            failures++;
            dueAt = UtcTime.of(next);
        }
    }

    void grant(Integer rate, Instant now) {
        state = HandshakeState.GRANTED;
        grantedRate = rate;
        reason = new Decision.Granted(rate).reason();
        decidedAt = UtcTime.of(now);
        dueAt = null;
    }

    /** Whether the key is that of the last question. */
    boolean isConfirmedBy(String key) {
        return keyHash != null && CallbackKey.fits(key, keyHash);
    }

    UUID subscriptionId() {
        return subscriptionId;
    }

    String targetUrl() {
        return targetUrl;
    }

    HandshakeState state() {
        return state;
    }

    /** Who asked last; null before. */
    String origin() {
        return origin;
    }

    /** Null for no number. */
    Integer requestedRate() {
        return requestedRate;
    }

    /** Null for no limit. */
    Integer grantedRate() {
        return grantedRate;
    }

    /** Which question this is; the answer to an older one counts no more. */
    int questions() {
        return questions;
    }

    int failures() {
        return failures;
    }

    /** For the owner. */
    String reason() {
        return reason;
    }

    Optional<Instant> dueAt() {
        return Optional.ofNullable(UtcTime.instant(dueAt));
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(UtcTime.instant(decidedAt));
    }
}
