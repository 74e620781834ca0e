package org.fanfare.admin;

import java.util.List;
import java.util.UUID;
import org.fanfare.delivery.DeliveryCodes;
import org.fanfare.history.EventView;
import org.fanfare.wire.WireTime;

/**
 * An event and how its deliveries stand, in numbers; {@code /events/{id}} tells more.
 *
 * @param matches the subscriptions that it was owed to
 */
public record LoggedEventView(EventView event, List<Match> matches) {

    /**
     * A delivery of it.
     *
     * @param subscription the subscription's uuid
     * @param created when it was found to match
     * @param policy the status of the policy service's last answer; left out where there was none
     * @param target the status of the target's last answer; left out where there was none
     */
    public record Match(UUID subscription, String created, String state, Integer policy, Integer target) {

        static Match of(DeliveryCodes codes) {
            return new Match(
                    codes.subscriptionId(),
                    WireTime.write(codes.createdAt()),
                    codes.state().wireName(),
                    codes.policyStatus(),
                    codes.targetStatus());
        }
    }
}
