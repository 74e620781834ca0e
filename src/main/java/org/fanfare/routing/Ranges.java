package org.fanfare.routing;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.fanfare.trait.Range;

/** Things that belong to ranges, found by a number that is in them. Any number of threads look, one changes. */
final class Ranges<T> {

    private final NavigableMap<Range, T> fromBelow =
            new ConcurrentSkipListMap<>(Comparator.comparingDouble(Range::least).thenComparingDouble(Range::most));

    /** Of the ranges without a lower end, which would all be looked at above. */
    private final NavigableMap<Double, T> openBelow = new ConcurrentSkipListMap<>();

    /** Changes what belongs to the range; it is null before if there is nothing, and afterwards if there is to be none. */
    void change(Range range, UnaryOperator<T> change) {
        if (range.least() == Double.NEGATIVE_INFINITY) {
            openBelow.compute(range.most(), (same, thing) -> change.apply(thing));
        } else {
            fromBelow.compute(range, (same, thing) -> change.apply(thing));
        }
    }

    void forEachWith(double number, Consumer<T> action) {
        openBelow.tailMap(number, true).values().forEach(action);
        fromBelow.headMap(Range.from(number), true).forEach((range, thing) -> {
            if (range.has(number)) {
                action.accept(thing);
            }
        });
    }

    boolean isEmpty() {
        return openBelow.isEmpty() && fromBelow.isEmpty();
    }
}
