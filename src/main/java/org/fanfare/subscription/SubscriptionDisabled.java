package org.fanfare.subscription;

import java.time.Instant;
import java.util.UUID;
import org.fanfare.caller.Owner;

/**
 * That Fanfare disabled a subscription: a CDI event, fired inside the transaction that does it. Observers must not wait
 * for anything but the database; what is not part of that transaction observes after its success.
 *
 * @param reason why, for the owner
 */
public record SubscriptionDisabled(
        UUID subscriptionId, Owner owner, DisabledBecause because, String reason, Instant at) {}
