package org.fanfare.dialect;

import jakarta.json.JsonObject;

/**
 * How a delivery looks on the wire: what a subscription chose. It decides the method (unless the subscription names
 * one), the headers and the body; signatures and credentials come on top.
 *
 * <p>Whoever wants another one makes a CDI bean of this type; see the package {@code slack} for an example. It may be used
 * by many threads at once, and must give the same body for the same event, so that attempts do not differ.
 */
public interface Dialect {

    /** The name by which requests, answers and tables call this dialect; at most 64 characters. */
    String wireName();

    /** The method of its requests, unless a subscription names another one. */
    default String method() {
        return "POST";
    }

    /** Whether deliveries must be signed: a subscription that brings no key is given one. */
    default boolean isSigned() {
        return false;
    }

    /**
     * The request that delivers the event.
     *
     * @param deliveryId the same in every attempt, so that the receiver can drop a duplicate
     * @param extensions what the subscription adds to each event
     * @throws Undeliverable if this dialect has no form for the event
     */
    OutgoingRequest request(String deliveryId, OutgoingEvent event, JsonObject extensions);
}
