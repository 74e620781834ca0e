package org.fanfare.delivery;

import java.time.Instant;
import java.util.Optional;

/** Whether the target of a subscription has agreed to be sent events, as far as that is asked. */
public sealed interface Consent {

    /** How many deliveries a minute may go to the target; empty for as many as there are. */
    default Optional<Integer> perMinute() {
        return Optional.empty();
    }

    /** The name that the target knows us by, to be shown with each delivery. */
    default Optional<String> origin() {
        return Optional.empty();
    }

    /** Nobody was to be asked. */
    record NotAsked() implements Consent {}

    /**
     * The target has agreed.
     *
     * @param name the name it was asked with
     * @param rate how many deliveries a minute; null for as many as there are
     */
    record Granted(String name, Integer rate) implements Consent {

        @Override
        public Optional<Integer> perMinute() {
            return Optional.ofNullable(rate);
        }

        @Override
        public Optional<String> origin() {
            return Optional.of(name);
        }
    }

    /** The target has not agreed, or does not know how to; it is sent events all the same, but slowly. */
    record Ungranted(int rate) implements Consent {

        @Override
        public Optional<Integer> perMinute() {
            return Optional.of(rate);
        }
    }

    /**
     * Nothing may be delivered yet.
     *
     * @param reason for the owner
     * @param until when to look again
     */
    record Awaited(String reason, Instant until) implements Consent {}
}
