package org.fanfare.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the table: a figure of the rounds.
 *
 * @param beside what the ratio is a ratio to; empty if there is none
 * @param ratio of the medians
 * @param target of the median, or of the ratio if there is one and it is meant
 */
record Row(
        String scenario,
        String figure,
        String contender,
        double[] values,
        String beside,
        double ratio,
        Optional<Aim> target,
        boolean isTargetOfRatio) {

    static Row of(String scenario, String figure, String contender, double... values) {
        return new Row(scenario, figure, contender, values, "", Double.NaN, Optional.empty(), false);
    }

    Row aiming(Aim at) {
        return new Row(scenario, figure, contender, values, beside, ratio, Optional.of(at), false);
    }

    /** @param what in a word, as "of floor" */
    Row beside(Row other, String what) {
        return new Row(scenario, figure, contender, values, what, median() / other.median(), target, isTargetOfRatio);
    }

    Row ratioAiming(Aim at) {
        return new Row(scenario, figure, contender, values, beside, ratio, Optional.of(at), true);
    }

    /** The same without the target; only the server under test has one. */
    Row forComparison() {
        return new Row(scenario, figure, contender, values, beside, ratio, Optional.empty(), false);
    }

    double median() {
        return median(values);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double lowest() {
        return Arrays.stream(values).min().orElseThrow();
    }

    double highest() {
        return Arrays.stream(values).max().orElseThrow();
    }

    Optional<Boolean> isMet() {
        return target.map(aim -> aim.isMetBy(isTargetOfRatio ? ratio : median()));
    }

    /** As Markdown. */
    String line() {
        boolean isOne = values.length == 1;
        String shownRatio = beside.isEmpty() ? "" : text(ratio) + " " + beside;
        String aim = target.map(Aim::text).orElse("") + (isTargetOfRatio ? " " + beside : "");
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        scenario,
                        figure,
                        contender,
                        text(median()),
                        isOne ? "" : text(lowest()),
                        isOne ? "" : text(highest()),
                        shownRatio,
                        aim,
                        isMet().map(met -> met ? "met" : "**missed**").orElse(""));
    }

    static String text(double value) {
        boolean isPlain = value == Math.rint(value) || Math.abs(value) >= 100;
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, isPlain ? "%.0f" : "%.2f", value);
    }
}
