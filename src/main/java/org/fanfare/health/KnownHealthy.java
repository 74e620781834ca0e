package org.fanfare.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Subscriptions of which it was seen just now that nothing has failed, so that their successes need no look at the
 * database. A failure that another worker or node records meanwhile may thus outlive a success of the same second: as if
 * it had come after it.
 */
final class KnownHealthy {

    static final Duration FOR = Duration.ofSeconds(1);

    private static final int MOST = 20_000;

    private final Map<UUID, Instant> until = new ConcurrentHashMap<>();

    boolean contains(UUID subscriptionId, Instant now) {
        Instant end = until.get(subscriptionId);
        return end != null && now.isBefore(end);
    }

    void add(UUID subscriptionId, Instant now) {
        if (until.size() >= MOST) {
            until.clear();
        }
        until.put(subscriptionId, now.plus(FOR));
    }

    void remove(UUID subscriptionId) {
        until.remove(subscriptionId);
    }
}
