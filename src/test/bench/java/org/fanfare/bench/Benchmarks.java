package org.fanfare.bench;

import java.util.Arrays;
import org.fanfare.event.ParsingMeasurements;
import org.fanfare.routing.MatchingMeasurements;
import org.fanfare.signing.SigningMeasurements;

/** What {@code -Dbench} starts: the measurements of a part if it begins with that part's name; else the whole. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String first = arguments.length == 0 ? "" : arguments[0];
        String[] rest = Arrays.stream(arguments).skip(1).toArray(String[]::new);
        switch (first) {
            case "matching" -> MatchingMeasurements.main(rest);
            case "parsing" -> ParsingMeasurements.main(rest);
            case "signing" -> SigningMeasurements.main(rest);
            default -> Bench.main(arguments);
        }
    }
}
