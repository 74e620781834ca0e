package org.fanfare.jsonpath;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;

/** A range of elements as RFC 9535, section 2.3.4, counts them. A bound that is left out is null. */
record StandardSlice(Whole start, Whole end, Whole step) implements Selector {

    @Override
    public boolean select(JsonValue value, Steps next, Run run, Sink sink) {
        long by = step == null ? 1 : step.clamped();
        if (!(value instanceof JsonArray array) || by == 0) {
            return false;
        }
        int size = array.size();
        boolean up = by > 0;
        // The standard's bounds: from 0 to the size upwards, from the last to before the first downwards.
        long lowest = up ? 0 : -1;
        long highest = up ? size : size - 1L;
        long from = bound(start, up ? lowest : highest, size, lowest, highest);
        long to = bound(end, up ? highest : lowest, size, lowest, highest);
        for (long i = from; up ? i < to : i > to; i += by) {
            run.budget().step();
            if (next.visit(array.get((int) i), run, sink)) {
                return true;
            }
        }
        return false;
    }

    private static long bound(Whole given, long missing, int size, long lowest, long highest) {
        if (given == null) {
            return missing;
        }
        long place = given.clamped() < 0 ? given.clamped() + size : given.clamped();
        return Math.min(Math.max(place, lowest), highest);
    }

    @Override
    public void print(Printer out) {
        out.text(new Slice(start, end, step).toString());
    }
}
