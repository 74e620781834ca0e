package org.fanfare.outcome;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When to try again.
 *
 * @param waits the time to wait after the first, the second, ... attempt that failed; none for a single attempt
 */
public record RetrySchedule(List<Duration> waits) {

    /** From here on a wait counts as long. */
    private static final Duration SLOW = Duration.ofMinutes(5);

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /** The wait after {@code attempts} failed ones (1 or more); empty when that was the last. */
    public Optional<Duration> waitAfter(int attempts) {
        return attempts <= waits.size() ? Optional.of(waits.get(attempts - 1)) : Optional.empty();
    }

    /**
     * As {@link #waitAfter}, on the slow part: at least as long as the first long wait of the schedule (5 minutes or more),
     * or its longest where none is.
     */
    Optional<Duration> slowWaitAfter(int attempts) {
        return waitAfter(attempts).map(wait -> longer(wait, slowest()));
    }

    private Duration slowest() {
        return waits.stream()
                .filter(wait -> wait.compareTo(SLOW) >= 0)
                .findFirst()
                .or(() -> waits.stream().max(Comparator.naturalOrder()))
                .orElse(Duration.ZERO);
    }

    /** The wait when something has failed {@code times} in a row (1 or more) and is to be asked for ever. */
    Duration waitForEver(int times) {
        return waits.get(Math.min(times, waits.size()) - 1);
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
