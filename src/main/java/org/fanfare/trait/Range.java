package org.fanfare.trait;

import java.util.Optional;

/**
 * Numbers from one to another, both included; booleans count as numbers. It tells where a number is that is rounded to a
 * double.
 */
public record Range(double least, double most) {

    public static Range from(double least) {
        return new Range(least, Double.POSITIVE_INFINITY);
    }

    public static Range upTo(double most) {
        return new Range(Double.NEGATIVE_INFINITY, most);
    }

    public boolean has(double number) {
        return least <= number && number <= most;
    }

    /** The numbers that are in both; empty if there are none. */
    public Optional<Range> and(Range other) {
        Range both = new Range(Math.max(least, other.least), Math.min(most, other.most));
        return both.least <= both.most ? Optional.of(both) : Optional.empty();
    }

    boolean isWithin(Range other) {
        return other.least <= least && most <= other.most;
    }

    /** Whether it is open to one side. */
    boolean isOneSided() {
        return least == Double.NEGATIVE_INFINITY || most == Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return (least == Double.NEGATIVE_INFINITY ? "" : least) + ".." + (most == Double.POSITIVE_INFINITY ? "" : most);
    }
}
