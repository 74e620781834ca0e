package org.fanfare.routing;

import java.util.List;
import java.util.UUID;
import org.fanfare.delivery.Owed;

/**
 * What all live filters make of one event.
 *
 * @param owed the subscriptions that match
 * @param broken the subscriptions whose filter could not be evaluated, which counts as no match
 */
record Matching(List<Owed> owed, List<Broken> broken) {

    static final Matching NONE = new Matching(List.of(), List.of());

    /**
     * @param sentence what went wrong, for the owner
     * @param faultsInRow how often its filter has now broken down on this node without a test that went well
     */
    record Broken(UUID subscriptionId, String sentence, int faultsInRow) {}
}
