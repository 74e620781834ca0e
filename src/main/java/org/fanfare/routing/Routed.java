package org.fanfare.routing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fanfare.delivery.Nudge;

/**
 * What came of recording that events are routed.
 *
 * @param events those that had not been routed before
 * @param nudges of the deliveries that were opened, to be sent now
 */
public record Routed(Set<UUID> events, List<Nudge> nudges) {}
