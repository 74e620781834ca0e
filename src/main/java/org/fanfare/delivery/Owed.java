package org.fanfare.delivery;

import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.filter.EventFacts;
import org.fanfare.traffic.Ordering;

/**
 * A subscription that an event is owed to, and its owner at that time.
 *
 * @param ordering which events it wants one after the other
 * @param orderKey this event's key in that; null if it has none
 * @param held why the delivery is kept back for now; null if it goes out
 */
public record Owed(UUID subscriptionId, Owner owner, Ordering ordering, String orderKey, String held) {

    /** In no particular order, and at once. */
    public Owed(UUID subscriptionId, Owner owner) {
        this(subscriptionId, owner, Ordering.NONE, null, null);
    }

    /** With the key that this event has. */
    public Owed of(EventFacts event) {
        return ordering.isNone()
                ? this
                : new Owed(
                        subscriptionId, owner, ordering, ordering.keyOf(event).orElse(null), held);
    }
}
