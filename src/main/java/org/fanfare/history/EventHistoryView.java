package org.fanfare.history;

import java.util.List;
import java.util.UUID;

/**
 * An event and what became of it.
 *
 * @param event left out where the policy does not let the caller see it
 * @param deliveries those that the caller may see, in the order they were made
 */
public record EventHistoryView(UUID id, EventView event, List<DeliveryView> deliveries) {}
