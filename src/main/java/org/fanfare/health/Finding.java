package org.fanfare.health;

import org.fanfare.subscription.DisabledBecause;

/** What a rule says of a subscription. */
sealed interface Finding {

    /** Nothing to speak of. */
    enum Plain implements Finding {
        FINE
    }

    /**
     * It will be disabled if this goes on.
     *
     * @param percent how far it is on the way there, below 100
     */
    record Ailing(int percent, String reason) implements Finding {}

    /** It is to be disabled. */
    record Lost(DisabledBecause because, String reason) implements Finding {}
}
