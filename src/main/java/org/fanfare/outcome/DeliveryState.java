package org.fanfare.outcome;

import java.util.Locale;

/** Where a delivery stands. All but {@link #PENDING} are final: a delivery is settled exactly once. */
public enum DeliveryState {
    /** Owed: due now, due later, or in a worker's hands. */
    PENDING,
    /** The target took the event. */
    DELIVERED,
    /** The policy says that the owner may not see the event. */
    DENIED,
    /** Given up after the last attempt. */
    FAILED,
    /** No longer wanted: the subscription was deleted. */
    CANCELLED;

    /** The name on the wire and in metrics. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
