package org.fanfare.delivery;

import java.util.UUID;

/**
 * A subscription that an event is owed to, and its owner at that time.
 *
 * @param held why the delivery is kept back for now; null if it goes out
 */
public record Owed(UUID subscriptionId, String owner, String held) {}
