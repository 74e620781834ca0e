package org.fanfare.policy;

import org.fanfare.caller.Owner;

/**
 * What the policy service is asked: whether a user may see an event. Public because REST clients call
 * {@link PolicyClient} by reflection from outside.
 *
 * @param permission what the user needs to have; null for none in particular
 * @param event as JSON; never changed
 */
public record Question(Owner user, String permission, byte[] event) {}
