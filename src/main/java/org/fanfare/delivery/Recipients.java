package org.fanfare.delivery;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Knows where the deliveries of a subscription go as of now; the subscription feature says so. */
public interface Recipients {

    /** Empty if nothing is to be delivered any more, because the subscription was deleted. */
    Optional<Recipient> find(UUID subscriptionId);

    /** Reads several at once, so that to find each of them soon costs no look of its own. */
    void prepare(Collection<UUID> subscriptionIds);

    /** Whether a subscription has a target for dead letters. Opens no secrets, so it can be asked while one is recorded. */
    boolean wantsDeadLetters(UUID subscriptionId);

    /** Where the dead letters of a subscription go; empty if it has no target for them. */
    Optional<Recipient> deadLetters(UUID subscriptionId);
}
