package org.fanfare.bench;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.fanfare.event.ParsingMeasurements;
import org.fanfare.routing.MatchingMeasurements;
import org.fanfare.signing.SigningMeasurements;

/**
 * What {@code -Dbench} starts: the measurements of matching, parsing or signing if it begins with that word; if it begins with "slow", what a
 * target that never answers does to the latencies of another; otherwise the flood of events.
 */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Optional<String> first = Arrays.stream(arguments).findFirst();
        if (first.filter("matching"::equals).isPresent()) {
            String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
            MatchingMeasurements.main(rest);
        } else if (first.filter("parsing"::equals).isPresent()) {
            ParsingMeasurements.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else if (first.filter("signing"::equals).isPresent()) {
            SigningMeasurements.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else if (first.filter("slow"::equals).isPresent()) {
            String[] usual = {"--owed", "1000", "--rate", "50", "--events", "1000", "--rounds", "3"};
            FloodBench.main(Stream.concat(Arrays.stream(usual), Arrays.stream(arguments, 1, arguments.length))
                    .toArray(String[]::new));
        } else {
            FloodBench.main(arguments);
        }
    }
}
