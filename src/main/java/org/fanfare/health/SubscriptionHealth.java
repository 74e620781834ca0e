package org.fanfare.health;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.fanfare.database.UtcTime;

/** What has failed of one subscription since it was enabled last. */
@Entity
@Table(name = "subscription_health")
@Cacheable(false)
public class SubscriptionHealth {

    @Id
    @Column(name = "subscription_id")
    private UUID subscriptionId;

    @Column(name = "activated_at")
    private OffsetDateTime activatedAt;

    private int failures;

    @Column(name = "first_failure_at")
    private OffsetDateTime firstFailureAt;

    @Column(name = "failed_deliveries")
    private int failedDeliveries;

    private int warned;
    private int preconditions;

    protected SubscriptionHealth() {}

    SubscriptionHealth(UUID subscriptionId, Instant activatedAt) {
        this.subscriptionId = subscriptionId;
        this.activatedAt = UtcTime.of(activatedAt);
    }

    /** The activation that is counted. */
    Instant activatedAt() {
        return UtcTime.instant(activatedAt);
    }

    /** Starts over if the subscription was enabled anew. One that is known elsewhere to be younger stays. */
    void follow(Instant activation) {
        if (activatedAt().isBefore(activation)) {
            activatedAt = UtcTime.of(activation);
            preconditions = 0;
            failures = 0;
            firstFailureAt = null;
            failedDeliveries = 0;
            warned = 0;
        }
    }

    void attemptFailed(Instant at) {
        firstFailureAt = failures == 0 ? UtcTime.of(at) : firstFailureAt;
        failures++;
    }

    void deliveryFailed() {
        failedDeliveries++;
    }

    void preconditionFailed() {
        preconditions++;
    }

    int warned() {
        return warned;
    }

    void warnedAt(int percent) {
        warned = percent;
    }

    Counts counts() {
        return new Counts(failures, UtcTime.instant(firstFailureAt), failedDeliveries, preconditions);
    }
}
