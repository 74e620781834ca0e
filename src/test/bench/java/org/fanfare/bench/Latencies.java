package org.fanfare.bench;

import org.HdrHistogram.Histogram;

/** How long things took: three digits, from a microsecond to an hour. */
final class Latencies {

    private static final long LONGEST_MICROS = 3_600_000_000L;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);

    /** Less than nothing counts as nothing. */
    void add(long nanos) {
        micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nanos / 1000)));
    }

    /** In milliseconds; not a number if there was nothing. */
    double at(double percentile) {
        return micros.getTotalCount() == 0 ? Double.NaN : micros.getValueAtPercentile(percentile) / 1000.0;
    }

    /** As in p99.9. */
    static String name(double percentile) {
        return "p" + (percentile == Math.rint(percentile) ? "" + Math.round(percentile) : "" + percentile);
    }

    long count() {
        return micros.getTotalCount();
    }
}
