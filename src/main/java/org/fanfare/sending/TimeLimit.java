package org.fanfare.sending;

import java.time.Duration;

/** The time that all the steps of one exchange have together. */
final class TimeLimit {

    private final long start = System.nanoTime();
    private final Duration total;

    TimeLimit(Duration total) {
        this.total = total;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What is left of it; never negative. */
    Duration left() {
        Duration left = total.minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
