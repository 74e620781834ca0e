package org.fanfare.traffic;

import java.util.UUID;

/**
 * Where a delivery goes.
 *
 * @param host scheme, host and port of the target, see {@link Hosts}
 */
public record Place(UUID subscriptionId, String owner, String host) {}
