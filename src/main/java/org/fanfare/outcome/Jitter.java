package org.fanfare.outcome;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Spreads what would be due at one moment. It only adds: nothing is tried before the time a schedule or a target named.
 *
 * @param share the most that is added, as a share of the wait (0 to 1)
 * @param random gives numbers from 0 to 1
 */
public record Jitter(double share, DoubleSupplier random) {

    public Jitter {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be from 0 to 1");
        }
    }

    Duration lengthen(Duration wait) {
        return wait.plusMillis((long) (wait.toMillis() * share * random.getAsDouble()));
    }
}
