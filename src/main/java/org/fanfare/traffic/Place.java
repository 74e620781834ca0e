package org.fanfare.traffic;

import java.util.UUID;
import org.fanfare.caller.Owner;

/**
 * Where a delivery goes.
 *
 * @param host scheme, host and port of the target, see {@link Hosts}
 */
public record Place(UUID subscriptionId, Owner owner, String host) {}
