package org.fanfare.bench;

import java.util.Arrays;
import java.util.Optional;
import org.fanfare.routing.MatchingMeasurements;

/** What {@code -Dbench} starts: the measurements of matching if it begins with that word, otherwise the flood of events. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Optional<String> first = Arrays.stream(arguments).findFirst();
        if (first.filter("matching"::equals).isPresent()) {
            String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
            MatchingMeasurements.main(rest);
        } else {
            FloodBench.main(arguments);
        }
    }
}
