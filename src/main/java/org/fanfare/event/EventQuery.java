package org.fanfare.event;

import java.time.Instant;
import org.fanfare.caller.Reach;

/**
 * Which events to list; a null component is no condition.
 *
 * @param whose of one user only events that were delivered, or are owed, to him, or that he submitted; never null
 * @param since accepted at this time or later
 * @param until accepted before this time
 */
public record EventQuery(Reach whose, String type, String source, Instant since, Instant until) {}
