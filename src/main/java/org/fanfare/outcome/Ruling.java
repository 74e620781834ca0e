package org.fanfare.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an answer of a target, or its silence, means for a delivery. */
public enum Ruling {
    /** The target has it. */
    DELIVERED,
    /** To be tried again as the schedule says. */
    RETRY,
    /** To be tried again, but not soon: somebody has to do something first. */
    RETRY_SLOWLY,
    /** Another attempt could not do better. */
    FAIL,
    /** Another attempt could not do better, and nothing more is to be sent: the subscription is disabled. */
    DISABLE;

    /** The ruling of that wire name. */
    static Optional<Ruling> named(String wireName) {
        return Arrays.stream(values())
                .filter(ruling -> ruling.wireName().equals(wireName))
                .findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(Ruling::wireName).toList();
    }

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
