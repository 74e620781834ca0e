package org.fanfare.delivery;

import java.time.Instant;
import java.util.UUID;
import org.fanfare.caller.Reach;
import org.fanfare.outcome.DeliveryState;

/**
 * Which deliveries to list; a null component is no condition.
 *
 * @param whose never null
 * @param since made at this time or later
 * @param until made before this time
 */
public record DeliveryQuery(
        Reach whose, DeliveryState state, UUID subscriptionId, UUID eventId, Instant since, Instant until) {}
