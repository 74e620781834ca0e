package org.fanfare.routing;

import java.util.List;
import java.util.UUID;
import org.fanfare.delivery.Owed;

/**
 * What all live expressions make of one event.
 *
 * @param owed the subscriptions that match
 * @param broken the subscriptions whose expression could not be evaluated, which counts as no match
 */
record Matching(List<Owed> owed, List<Broken> broken) {

    /** @param sentence what went wrong, for the owner */
    record Broken(UUID subscriptionId, String sentence) {}
}
