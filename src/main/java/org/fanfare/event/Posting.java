package org.fanfare.event;

import java.util.List;
import org.fanfare.caller.Owner;

/** The events that somebody sent at once: they are stored together or not at all. */
public record Posting(List<CloudEvent> events, Owner submittedBy) {}
