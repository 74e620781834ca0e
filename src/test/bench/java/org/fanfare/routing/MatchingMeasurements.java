package org.fanfare.routing;

import java.io.IOException;
import java.nio.file.Path;
import org.fanfare.bench.Microbenchmarks;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/** Runs the JMH benchmarks of this package with JMH's own options, and then measures the memory. */
public final class MatchingMeasurements {

    private MatchingMeasurements() {}

    public static void main(String[] arguments)
            throws RunnerException, IOException, InterruptedException, CommandLineOptionException {
        Microbenchmarks.run("matching", "org\\.fanfare\\.routing\\.", arguments);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        new ProcessBuilder(java, "-Xmx4g", "-cp", System.getProperty("java.class.path"), IndexMemory.class.getName())
                .inheritIO()
                .start()
                .waitFor();
    }
}
