package org.fanfare.delivery;

import java.time.Instant;
import java.util.UUID;
import org.fanfare.caller.Reach;
import org.fanfare.outcome.DeliveryState;

/**
 * Which deliveries to go through, dead letters aside: of one subscription, or of one event. A null component is no
 * condition.
 *
 * @param whose only those to these
 * @param state only those; without it, all that are not pending
 * @param settled only those settled then
 * @param received only those of events that were accepted then
 */
public record DeliverySelection(
        UUID subscriptionId, UUID eventId, Reach whose, DeliveryState state, Span settled, Span received) {

    /** A time, from its first instant to the one that follows its last. */
    public record Span(Instant since, Instant until) {}

    /** Those of a subscription that failed at that time. */
    public static DeliverySelection failed(UUID subscriptionId, Span settled) {
        return new DeliverySelection(subscriptionId, null, null, DeliveryState.FAILED, settled, null);
    }

    /** Those of a subscription that are held. */
    public static DeliverySelection held(UUID subscriptionId) {
        return new DeliverySelection(subscriptionId, null, null, DeliveryState.HELD, null, null);
    }

    /** Those of a subscription whose events were accepted at that time. */
    public static DeliverySelection received(UUID subscriptionId, Span received) {
        return new DeliverySelection(subscriptionId, null, null, null, null, received);
    }

    /** Those of an event, to whom it may be and to one subscription or to all. */
    public static DeliverySelection ofEvent(UUID eventId, Reach whose, UUID subscriptionId) {
        return new DeliverySelection(subscriptionId, eventId, whose, null, null, null);
    }
}
