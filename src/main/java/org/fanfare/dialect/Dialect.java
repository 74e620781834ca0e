package org.fanfare.dialect;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;

/** How a delivery looks on the wire: what a subscription chose. */
public sealed interface Dialect permits WholeEventDialect {

    /** The dialect of that wire name; names are exact. */
    static Optional<Dialect> named(String wireName) {
        return Arrays.<Dialect>stream(WholeEventDialect.values())
                .filter(dialect -> dialect.wireName().equals(wireName))
                .findFirst();
    }

    /** The name by which requests, answers and tables call this dialect. */
    String wireName();

    /**
     * The request that delivers the event.
     *
     * @param deliveryId the same in every attempt, so that the receiver can drop a duplicate
     * @param extensions what the subscription adds to each event
     */
    OutgoingRequest request(String deliveryId, OutgoingEvent event, JsonObject extensions);
}
