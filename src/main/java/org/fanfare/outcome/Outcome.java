package org.fanfare.outcome;

import java.time.Instant;

/** What follows from working on a delivery once. */
public sealed interface Outcome {

    DeliveryState state();

    /** Why, for the owner of the subscription; null where nothing needs to be said. */
    String reason();

    /** When the delivery is due again; null if it is settled or held. */
    Instant dueAt();

    /**
     * Nothing more will happen to the delivery.
     *
     * @param endsSubscription whether the target wants no further deliveries either
     */
    record Settled(DeliveryState state, String reason, boolean endsSubscription) implements Outcome {

        public Settled(DeliveryState state, String reason) {
            this(state, reason, false);
        }

        @Override
        public Instant dueAt() {
            return null;
        }
    }

    /** Nothing was done, because the subscription is disabled; the delivery is due no more, until it is released. */
    record Held(String reason) implements Outcome {

        @Override
        public DeliveryState state() {
            return DeliveryState.HELD;
        }

        @Override
        public Instant dueAt() {
            return null;
        }
    }

    /** The attempt failed, another will be made. */
    record Retry(String reason, Instant dueAt) implements Outcome {

        @Override
        public DeliveryState state() {
            return DeliveryState.PENDING;
        }
    }

    /** No attempt was made, because the policy gave no answer; this uses up no attempt. */
    record Postponed(String reason, Instant dueAt) implements Outcome {

        @Override
        public DeliveryState state() {
            return DeliveryState.PENDING;
        }
    }
}
