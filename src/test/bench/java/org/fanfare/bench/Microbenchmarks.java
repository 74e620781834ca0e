package org.fanfare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs benchmarks by JMH: time, CPU time and bytes allocated per operation, printed and written to {@code target/bench}. */
public final class Microbenchmarks {

    private Microbenchmarks() {}

    /**
     * Runs some of the benchmarks that there are.
     *
     * @param name of the file of results
     * @param usual which benchmarks, where the arguments do not say it: a regular expression
     * @param arguments JMH's own options
     */
    public static void run(String name, String usual, String[] arguments)
            throws RunnerException, IOException, CommandLineOptionException {
        Path results = Path.of("target", "bench", name + ".json");
        Files.createDirectories(results.getParent());
        CommandLineOptions given = new CommandLineOptions(arguments);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(given)
                .addProfiler(CpuTime.class)
                .addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.JSON)
                .result(results.toString());
        if (given.getIncludes().isEmpty()) {
            options.include(usual);
        }
        new Runner(options.build()).run();
    }
}
