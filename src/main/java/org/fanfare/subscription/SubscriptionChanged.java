package org.fanfare.subscription;

/**
 * Fired, in the transaction that does it, when a subscription is made, changed, disabled or deleted on this node.
 *
 * @param subscription as it is after the change
 */
public record SubscriptionChanged(Subscription subscription) {}
