package org.fanfare.traffic;

/**
 * How much may go to one place at once and over time.
 *
 * @param inFlight requests under way at the same time
 * @param perSecond requests begun per second; {@link #ANY_RATE} for as many as there are
 * @param burst how many may begin at once after a quiet time
 */
public record TrafficLimits(int inFlight, double perSecond, int burst) {

    public static final double ANY_RATE = Double.POSITIVE_INFINITY;

    public TrafficLimits {
        if (inFlight < 1 || !(perSecond > 0) || burst < 1) {
            throw new IllegalArgumentException("not limits: " + inFlight + ", " + perSecond + ", " + burst);
        }
    }

    /** With the usual burst: what a second allows. */
    public static TrafficLimits of(int inFlight, double perSecond) {
        return new TrafficLimits(inFlight, perSecond, usualBurst(perSecond));
    }

    static int usualBurst(double perSecond) {
        return (int) Math.max(1, Math.min(Math.ceil(perSecond), 1_000_000));
    }

    /** These limits, and no more than this rate, which somebody else has set. */
    public TrafficLimits slowedTo(double otherPerSecond) {
        return otherPerSecond >= perSecond
                ? this
                : new TrafficLimits(inFlight, otherPerSecond, Math.min(burst, usualBurst(otherPerSecond)));
    }
}
