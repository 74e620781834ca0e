package org.fanfare.jsonpath;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import org.fanfare.jsonpath.Evaluation.Reason;

/**
 * A range of elements, as jsonpath2 counts them. A bound that is left out is null.
 *
 * <p>Not Python's slices: a missing end is the length also for negative steps, and an end below zero after counting from
 * the back is taken as it is, so that a negative step can run past the first element and on from the last.
 */
record Slice(Whole start, Whole end, Whole step) implements Selector {

    @Override
    public boolean select(JsonValue value, Steps next, Run run, Sink sink) {
        if (!(value instanceof JsonArray array)) {
            return false;
        }
        long by = step == null ? 1 : step.clamped();
        if (by == 0) {
            throw new EvaluationFault(Reason.ZERO_STEP, "The slice [%s] has step 0.".formatted(this));
        }
        int size = array.size();
        long from = start == null ? 0 : Math.max(0, fromBack(start.clamped(), size));
        long to = end == null ? size : fromBack(end.clamped(), size);
        // No index beyond these has an element, however far the slice goes.
        long last = by > 0 ? Math.min(to, size) : Math.max(to, -size - 1L);
        for (long i = by > 0 ? from : skipped(from, by, size); by > 0 ? i < last : i > last; i += by) {
            run.budget().step();
            if (next.visit(Index.at(array, i), run, sink)) {
                return true;
            }
        }
        return false;
    }

    private static long fromBack(long bound, int size) {
        return bound < 0 ? bound + size : bound;
    }

    /** Where a way down from beyond the end meets the array; it must not be walked, but keeps its rhythm. */
    private static long skipped(long from, long by, int size) {
        return from < size ? from : from + by * ((from - size - by) / -by);
    }

    @Override
    public String toString() {
        String bounds = text(start) + ":" + text(end);
        return step == null ? bounds : bounds + ":" + text(step);
    }

    private static String text(Whole bound) {
        return bound == null ? "" : bound.text();
    }

    @Override
    public void print(Printer out) {
        out.text(toString());
    }
}
