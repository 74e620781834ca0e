package org.fanfare.delivery;

import org.fanfare.event.Event;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Outcome;
import org.fanfare.policy.PolicyAnswer;

/**
 * What a worker did with a claimed delivery, and what follows.
 *
 * @param event what was to be delivered; null if it was not even looked at
 * @param policy what the policy said; null if it was not asked
 * @param attempt the attempt that was made; null if none was
 */
record Work(Claim claim, Event event, PolicyAnswer policy, Attempt attempt, Outcome outcome) {

    /** Nothing was done. */
    static Work none(Claim claim, Outcome outcome) {
        return new Work(claim, null, null, null, outcome);
    }

    /** The policy's answer kept the attempt from being made. */
    static Work asked(Claim claim, Event event, PolicyAnswer policy, Outcome outcome) {
        return new Work(claim, event, policy, null, outcome);
    }

    /** The same, with another outcome. */
    Work with(Outcome other) {
        return new Work(claim, event, policy, attempt, other);
    }

    /** Whether this uses up one of the delivery's attempts: also one that broke down within Fanfare. */
    boolean usesUpAttempt() {
        boolean brokeDown =
                policy == null && (outcome instanceof Outcome.Retry || outcome.state() == DeliveryState.FAILED);
        return attempt != null || brokeDown;
    }
}
