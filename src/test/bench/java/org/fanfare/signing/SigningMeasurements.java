package org.fanfare.signing;

import java.io.IOException;
import org.fanfare.bench.Microbenchmarks;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/** Runs the JMH benchmarks of this package with JMH's own options. */
public final class SigningMeasurements {

    private SigningMeasurements() {}

    public static void main(String[] arguments) throws RunnerException, IOException, CommandLineOptionException {
        Microbenchmarks.run("signing", "org\\.fanfare\\.signing\\.", arguments);
    }
}
