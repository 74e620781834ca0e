package org.fanfare.delivery;

import java.time.Instant;
import java.util.UUID;
import org.fanfare.outcome.DeliveryState;

/**
 * How a delivery ended, or stands, in numbers.
 *
 * @param policyStatus of the policy service's last answer; null where there was none
 * @param targetStatus of the target's last answer; null where there was none
 */
public record DeliveryCodes(
        UUID eventId,
        UUID subscriptionId,
        Instant createdAt,
        DeliveryState state,
        Integer policyStatus,
        Integer targetStatus) {}
