package org.fanfare.event;

import java.io.IOException;
import org.fanfare.bench.Microbenchmarks;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/** Runs the JMH benchmarks of this package, reading events and writing deliveries, with JMH's own options. */
public final class ParsingMeasurements {

    private ParsingMeasurements() {}

    public static void main(String[] arguments) throws RunnerException, IOException, CommandLineOptionException {
        Microbenchmarks.run("parsing", "org\\.fanfare\\.event\\.", arguments);
    }
}
