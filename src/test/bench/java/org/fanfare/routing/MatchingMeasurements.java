package org.fanfare.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the JMH benchmarks of this package with JMH's own options, and then measures the memory. */
public final class MatchingMeasurements {

    private static final Path RESULTS = Path.of("target", "bench", "matching.json");

    private MatchingMeasurements() {}

    public static void main(String[] arguments)
            throws RunnerException, IOException, InterruptedException, CommandLineOptionException {
        Files.createDirectories(RESULTS.getParent());
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .addProfiler(CpuTime.class)
                        .resultFormat(ResultFormatType.JSON)
                        .result(RESULTS.toString())
                        .build())
                .run();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        new ProcessBuilder(
                        java, "-Xmx4g", "-cp", System.getProperty("java.class.path"), IndexMemory.class.getName())
                .inheritIO()
                .start()
                .waitFor();
    }
}
