package org.fanfare.explain;

import java.time.Instant;
import java.util.Optional;
import org.fanfare.filter.Account;
import org.fanfare.history.DeliveryView;
import org.fanfare.policy.PolicyAnswer;
import org.fanfare.subscription.Subscription;

/**
 * All that is known of one event and one subscription.
 *
 * @param receivedAt when the event came
 * @param mayKnow whether events of this kind are put to the owner's subscriptions at all
 * @param account what the filter makes of the event as it is now
 * @param policy what the policy says of the owner now
 * @param delivery null if there is none
 */
record Findings(
        Subscription subscription,
        Instant receivedAt,
        boolean mayKnow,
        Account account,
        PolicyAnswer policy,
        DeliveryView delivery) {

    boolean matched() {
        return mayKnow && account.verdict().isMatch();
    }

    boolean isOlderThanEvent() {
        return !subscription.created().isAfter(receivedAt);
    }

    /** When the subscription was changed last, if that was after the event came: it may have asked for something else then. */
    Optional<Instant> changedSince() {
        return Optional.of(subscription.changedAt()).filter(at -> isOlderThanEvent() && receivedAt.isBefore(at));
    }
}
