package org.fanfare.health;

import java.util.UUID;

/**
 * That the owner of a subscription was warned: a CDI event, fired inside the transaction that does it.
 *
 * @param percent how far the subscription is on its way to being disabled
 * @param announcement the event that tells the owner
 */
public record SubscriptionWarned(UUID subscriptionId, int percent, String reason, UUID announcement) {}
