package org.fanfare.routing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.event.EventLog;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.SubscriptionDisabled;
import org.fanfare.subscription.Subscriptions;

/** Notes filters that break down, and disables the subscriptions of those that do nothing else. */
@Stateless
public class Breakdowns {

    private static final Logger LOG = System.getLogger(Breakdowns.class.getName());

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private EventLog events;

    @Inject
    private MatchingSettings settings;

    @Inject
    private Clock clock;

    /** Notes it, in one commit with what follows; gives the event that tells the owner, if it has come to that. */
    public Optional<UUID> record(Matching.Broken broken) {
        if (broken.faultsInRow() < settings.faultsToDisable()) {
            subscriptions.noteFault(broken.subscriptionId(), broken.sentence());
            return Optional.empty();
        }
        String reason =
                "The filter broke down %d times in a row, last: %s".formatted(broken.faultsInRow(), broken.sentence());
        return subscriptions.disable(broken.subscriptionId(), reason).map(this::announce);
    }

    private UUID announce(Subscription subscription) {
        UUID announcement =
                events.announce(SubscriptionDisabled.announcement(subscription, clock.instant()), subscription.owner());
        LOG.log(
                Level.WARNING,
                "subscription disabled subscription=%s announcement=%s reason=\"%s\""
                        .formatted(
                                subscription.id(),
                                announcement,
                                subscription.error().orElse("")));
        return announcement;
    }
}
