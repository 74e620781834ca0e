package org.fanfare.delivery;

import java.time.Instant;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.outcome.DeliveryState;

/**
 * That a delivery was settled: a CDI event, fired inside the transaction that records it, once for each time that the
 * delivery was opened. Observers must not wait for anything but the database.
 *
 * @param reason why it was settled so
 * @param endsSubscription whether the target wants no further deliveries
 * @param policyStatus what the policy service answered, where it was its answer that settled the delivery; else null
 */
public record DeliverySettled(
        UUID deliveryId,
        UUID eventId,
        UUID subscriptionId,
        Owner owner,
        DeliveryState state,
        String reason,
        boolean endsSubscription,
        Integer policyStatus,
        Instant at) {}
