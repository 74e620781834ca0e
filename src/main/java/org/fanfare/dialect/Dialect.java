package org.fanfare.dialect;

import jakarta.json.JsonObject;

/** How a delivery looks on the wire: what a subscription chose. */
public sealed interface Dialect permits PacificaDialect {

    /**
     * The request that delivers the event.
     *
     * @param deliveryId the same in every attempt, so that the receiver can drop a duplicate
     * @param extensions what the subscription adds to each event
     */
    OutgoingRequest request(String deliveryId, OutgoingEvent event, JsonObject extensions, Auth auth);
}
