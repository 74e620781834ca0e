package org.fanfare.delivery;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Fired, in the transaction that records them, when attempts to several subscriptions at once have succeeded: before
 * {@link AttemptMade} tells of each, so that who looks after each can look at all of them first.
 */
public record SuccessesRecorded(Set<UUID> subscriptionIds, Instant at) {}
