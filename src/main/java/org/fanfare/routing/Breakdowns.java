package org.fanfare.routing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.fanfare.subscription.DisabledBecause;
import org.fanfare.subscription.Disablings;
import org.fanfare.subscription.Subscriptions;

/** Notes filters that break down, and disables the subscriptions of those that do nothing else. */
@Stateless
public class Breakdowns {

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private Disablings disablings;

    @Inject
    private MatchingSettings settings;

    /** Notes it, in one commit with what follows. */
    public void record(Matching.Broken broken) {
        if (broken.faultsInRow() < settings.faultsToDisable()) {
            subscriptions.noteFault(broken.subscriptionId(), broken.sentence());
            return;
        }
        String reason =
                "The filter broke down %d times in a row, last: %s".formatted(broken.faultsInRow(), broken.sentence());
        disablings.disable(broken.subscriptionId(), DisabledBecause.FILTER, reason, null);
    }
}
