package org.fanfare.delivery;

import org.fanfare.event.Event;
import org.fanfare.policy.PolicyAnswer;

/** Whether a delivery may be attempted now. */
sealed interface Check {

    /**
     * It may.
     *
     * @param answer what the policy said
     */
    record Cleared(Claim claim, Event event, PolicyAnswer answer) implements Check {}

    /**
     * It may not.
     *
     * @param work what is to be recorded instead
     */
    record Stopped(Work work) implements Check {}
}
