package org.fanfare.bench;

/** Looks for the highest rate that is held: up while it is, down while it is not, until there is one of each. */
final class RateSearch {

    private static final double STEP = 0.07;

    private final int most;
    private double next;
    private double held = Double.NaN;
    private boolean hasGrown;
    private int tried;

    /** @param most how many rates are tried */
    RateSearch(double start, int most) {
        this.next = start;
        this.most = most;
    }

    boolean isOver() {
        boolean isBetween = hasGrown && !Double.isNaN(held);
        return isBetween || tried >= most;
    }

    /** What to try now. */
    double next() {
        return next;
    }

    void held() {
        tried++;
        held = Double.isNaN(held) ? next : Math.max(held, next);
        next *= 1 + STEP;
    }

    /** @param delivered how many a second came through all the same */
    void grew(double delivered) {
        tried++;
        hasGrown = true;
        next = Math.min(next * (1 - STEP), delivered);
    }

    /** Whether the highest may be higher than what was found: all that were tried were held. */
    boolean isOpenAbove() {
        return !hasGrown;
    }

    /** Not a number if none was held. */
    double highest() {
        return held;
    }
}
