package org.fanfare.outcome;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When to try again.
 *
 * @param waits the time to wait after the first, the second, ... attempt that failed
 */
public record RetrySchedule(List<Duration> waits) {

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /** The wait after {@code attempts} failed ones (1 or more); empty when that was the last. */
    Optional<Duration> waitAfter(int attempts) {
        return attempts <= waits.size() ? Optional.of(waits.get(attempts - 1)) : Optional.empty();
    }

    /** The wait after the policy gave no answer {@code times} in a row (1 or more); this never ends. */
    Duration waitForPolicy(int times) {
        return waits.get(Math.min(times, waits.size()) - 1);
    }
}
