package org.fanfare.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.fanfare.database.UtcTime;
import org.fanfare.wire.WireTime;

/** Whether a subscription is enabled, since when, and if not, why. */
@Embeddable
public class Standing {

    private OffsetDateTime disabled;

    @Enumerated(EnumType.STRING)
    @Column(name = "disabled_because")
    private DisabledBecause because;

    @Column(name = "activated_at")
    private OffsetDateTime activatedAt;

    @Lob
    private String error;

    protected Standing() {}

    static Standing enabledAt(Instant now) {
        Standing standing = new Standing();
        standing.activatedAt = UtcTime.of(now);
        return standing;
    }

    /** Disables it; one that is disabled keeps its time. */
    void disable(DisabledBecause reason, String sentence, Instant at) {
        disabled = disabled == null ? UtcTime.of(at) : disabled;
        because = reason;
        error = sentence;
    }

    /** The owner says since when it is disabled; null enables it. */
    void ownerSays(Instant since, Instant now) {
        if (since == null) {
            enable(now);
            return;
        }
        because = disabled == null ? DisabledBecause.OWNER : because;
        disabled = UtcTime.of(since);
    }

    /** Enables it; what failed before counts no more. One that is enabled stays as it is. */
    void enable(Instant now) {
        activatedAt = disabled == null ? activatedAt : UtcTime.of(now);
        disabled = null;
        because = null;
    }

    /** It is about other events now: whatever its old filter did is over. */
    void wishChanged() {
        because = because == DisabledBecause.FILTER ? DisabledBecause.OWNER : because;
    }

    void note(String sentence) {
        error = sentence;
    }

    public Optional<Instant> disabled() {
        return Optional.ofNullable(UtcTime.instant(disabled));
    }

    /** Empty while it is enabled. */
    public Optional<DisabledBecause> because() {
        return Optional.ofNullable(because);
    }

    /** Since when it has been enabled, or last was. */
    public Instant activatedAt() {
        return UtcTime.instant(activatedAt);
    }

    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    boolean isEnabled() {
        return disabled == null;
    }

    /** Why nothing is delivered for now; empty if it is. */
    public Optional<String> holdReason() {
        return disabled()
                .map(since -> "the subscription was disabled at %s (UTC)%s"
                        .formatted(
                                WireTime.write(since),
                                error().map(why -> ": " + why).orElse("")));
    }

    /** Whether events are matched: also while it is disabled, if it can be said which it is about. */
    boolean isMatched() {
        return disabled == null || because == null || because.isMatched();
    }
}
