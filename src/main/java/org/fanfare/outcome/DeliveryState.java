package org.fanfare.outcome;

import java.util.Locale;

/**
 * Where a delivery stands. All but {@link #PENDING} and {@link #HELD} are final: a delivery is settled exactly once each
 * time that it is opened.
 */
public enum DeliveryState {
    /** Owed: due now, due later, or in a worker's hands. */
    PENDING,
    /** Kept back, because its subscription is disabled; until somebody releases or drops it, or retention ends it. */
    HELD,
    /** The target took the event. */
    DELIVERED,
    /** The policy says that the owner may not see the event. */
    DENIED,
    /** Given up after the last attempt. */
    FAILED,
    /** No longer wanted: the subscription was deleted. */
    CANCELLED;

    /** Whether nothing more will happen to it by itself or by its subscription. */
    public boolean isSettled() {
        return this != PENDING && this != HELD;
    }

    /** The name on the wire and in metrics. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
