package org.fanfare.tenant;

import java.util.Optional;

/**
 * How much one tenant may have and do.
 *
 * @param subscriptions of the whole tenant
 * @param subscriptionsPerOwner of each of its users
 * @param receiveRate how many events are taken in; empty for any number
 * @param maxBytes the largest body of events; what the server takes may be less
 */
public record TenantLimits(
        int subscriptions, int subscriptionsPerOwner, Optional<ReceiveRate> receiveRate, int maxBytes) {

    /**
     * How many events a node takes in.
     *
     * @param perSecond in the long run
     * @param burst at once, after a while without any
     */
    public record ReceiveRate(int perSecond, int burst) {

        /** Without a word on bursts, what comes in so many seconds may come at once. */
        static final int USUAL_SECONDS = 10;

        static ReceiveRate of(int perSecond) {
            return new ReceiveRate(perSecond, perSecond * USUAL_SECONDS);
        }
    }
}
