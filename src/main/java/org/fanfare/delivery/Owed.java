package org.fanfare.delivery;

import java.util.UUID;

/** A subscription that an event is owed to, and its owner at that time. */
public record Owed(UUID subscriptionId, String owner) {}
