package org.fanfare.event;

import java.time.Instant;

/**
 * Which events to list; a null component is no condition.
 *
 * @param owner only events that were delivered, or are owed, to this user, or that he submitted
 * @param since accepted at this time or later
 * @param until accepted before this time
 */
public record EventQuery(String owner, String type, String source, Instant since, Instant until) {}
