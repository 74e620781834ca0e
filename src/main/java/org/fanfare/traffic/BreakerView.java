package org.fanfare.traffic;

import java.time.Instant;

/**
 * A host as the gate sees it.
 *
 * @param since when it got this state
 * @param openUntil null unless it is open
 * @param exchanges in the window, and how many of them failed
 * @param inFlight requests under way
 */
public record BreakerView(
        String host, BreakerState state, Instant since, Instant openUntil, int exchanges, int failures, int inFlight) {}
