package org.fanfare.outcome;

import java.time.Instant;

/**
 * How far a delivery has come.
 *
 * @param attempts how many were made since the delivery was opened, or opened anew, the one in question included
 * @param expiresAt after that the event is worth nothing any more (its {@code expirytime}); null if it does not expire
 * @param now when the attempt ended
 */
public record Progress(int attempts, Instant expiresAt, Instant now) {}
