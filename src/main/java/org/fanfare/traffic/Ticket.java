package org.fanfare.traffic;

import java.time.Instant;

/**
 * Somebody who wants to pass.
 *
 * @param limits of the subscription as of now
 * @param useBy until when he may be let through; after that he must be sent away
 * @param wasWaiting whether he is one of those that waited in the database
 * @param work what he is to do
 */
public record Ticket<W>(Place place, TrafficLimits limits, Instant useBy, boolean wasWaiting, W work) {}
