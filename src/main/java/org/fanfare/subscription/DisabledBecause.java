package org.fanfare.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a subscription is disabled. */
public enum DisabledBecause {
    /** Its owner wants it so. */
    OWNER(true),
    /** The target said that it wants no more. */
    TARGET(true),
    /** Too much of what was sent failed. */
    FAILURES(true),
    /** The policy service knew nothing of the owner or the permission too often. */
    PRECONDITIONS(true),
    /** Its filter does nothing but break down: nobody can say which events it is about. */
    FILTER(false),
    /** The file it came from does not have it any more. */
    FILE(false);

    /** Those with which events are not matched. */
    static final Set<DisabledBecause> UNMATCHED =
            Arrays.stream(values()).filter(because -> !because.matched).collect(Collectors.toUnmodifiableSet());

    private final boolean matched;

    DisabledBecause(boolean matched) {
        this.matched = matched;
    }

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether events are still matched, and the deliveries held. */
    boolean isMatched() {
        return matched;
    }
}
