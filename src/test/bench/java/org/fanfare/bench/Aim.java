package org.fanfare.bench;

/** What a figure should be: at least this, or at most. */
record Aim(boolean isLeast, double bound) {

    static Aim atLeast(double bound) {
        return new Aim(true, bound);
    }

    static Aim under(double bound) {
        return new Aim(false, bound);
    }

    /** A figure that is none meets nothing. */
    boolean isMetBy(double value) {
        return isLeast ? value >= bound : value <= bound;
    }

    String text() {
        return (isLeast ? "at least " : "at most ") + Row.text(bound);
    }
}
