package org.fanfare.replay;

/**
 * How much a job has to look at, as far as it was counted when the job was ordered.
 *
 * @param isLeast whether there may be more
 */
record Estimate(int count, boolean isLeast) {

    /** So far is counted. */
    static final int MOST = 100_000;

    /** @param counted up to one more than {@link #MOST} */
    static Estimate of(int counted) {
        return new Estimate(Math.min(counted, MOST), counted > MOST);
    }
}
