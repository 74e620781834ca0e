package org.fanfare.traffic;

import java.time.Duration;

/** How much time a lane takes for each one that comes through: a moving average, the last counting most. Not thread-safe. */
final class Pace {

    private static final double WEIGHT_OF_THE_LAST = 0.1;

    /** The first ones may be slow only because everything is new. */
    private static final int ENOUGH = 8;

    /** What is faster than can be measured. */
    private static final double LEAST_MILLIS = 0.05;

    private double millis;
    private int count;

    /** @param atOnce how many were on the way together */
    void count(Duration took, int atOnce) {
        double last = Math.max(LEAST_MILLIS, took.toNanos() / 1e6 / atOnce);
        count = Math.min(ENOUGH, count + 1);
        millis += Math.max(WEIGHT_OF_THE_LAST, 1.0 / count) * (last - millis);
    }

    /** Whether enough have come through to tell anything. */
    boolean isKnown() {
        return count == ENOUGH;
    }

    /** How many come through in that time. */
    double within(Duration time) {
        return time.toMillis() / millis;
    }
}
