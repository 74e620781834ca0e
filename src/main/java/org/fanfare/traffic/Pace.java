package org.fanfare.traffic;

import java.time.Duration;

/** How long a lane's requests take: a moving average, the last ones counting most. Not thread-safe. */
final class Pace {

    private static final double WEIGHT_OF_THE_LAST = 0.2;

    /** What is faster than can be measured. */
    private static final double LEAST_MILLIS = 0.1;

    private double millis = -1;

    void count(Duration took) {
        double last = Math.max(LEAST_MILLIS, took.toNanos() / 1e6);
        millis = millis < 0 ? last : millis + WEIGHT_OF_THE_LAST * (last - millis);
    }

    /** Whether any has come to its end; before, nothing can be told. */
    boolean isKnown() {
        return millis >= 0;
    }

    /** How many come through in that time, so many at once. */
    double within(Duration time, int atOnce) {
        return atOnce * time.toMillis() / millis;
    }
}
