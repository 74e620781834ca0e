package org.fanfare.explain;

import java.time.Instant;
import java.util.Optional;
import org.fanfare.event.Event;
import org.fanfare.filter.Account;
import org.fanfare.history.DeliveryView;
import org.fanfare.policy.PolicyAnswer;
import org.fanfare.subscription.Subscription;

/**
 * All that is known of one event and one subscription.
 *
 * @param event what is asked about
 * @param mayKnow whether events of this kind are put to the owner's subscriptions at all
 * @param account what the filter makes of the event as it is now
 * @param policy what the policy says of the owner now
 * @param delivery null if there is none
 */
record Findings(
        Subscription subscription,
        Event event,
        boolean mayKnow,
        Account account,
        PolicyAnswer policy,
        DeliveryView delivery) {

    boolean matched() {
        return mayKnow && account.verdict().isMatch();
    }

    boolean isOlderThanEvent() {
        return !subscription.created().isAfter(event.receivedAt());
    }

    /** Whether it is what Fanfare said about the subscription, which is never delivered to that one itself. */
    boolean isAboutItself() {
        return event.isAbout(subscription.id());
    }

    /** When the subscription was changed last, if that was after the event came: it may have asked for something else then. */
    Optional<Instant> changedSince() {
        return Optional.of(subscription.changedAt())
                .filter(at -> isOlderThanEvent() && event.receivedAt().isBefore(at));
    }
}
