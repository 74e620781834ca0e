package org.fanfare.delivery;

import java.util.UUID;

/**
 * A message on the queue {@code deliveries}: that a delivery is to be worked on now. It carries no truth: a nudge whose
 * version is not the row's any more is dropped.
 *
 * @param deliveryId the delivery
 * @param version the fencing number under which whoever sent the nudge holds the delivery for its worker
 */
public record Nudge(UUID deliveryId, int version) {

    /** @throws IllegalArgumentException if {@code text} was not made by {@link #text()} */
    static Nudge read(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a nudge: " + text);
        }
        return new Nudge(UUID.fromString(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }

    String text() {
        return deliveryId + ":" + version;
    }
}
