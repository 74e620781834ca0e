package org.fanfare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command as users run it, {@code java -jar fanfare.jar COMMAND ...}, and what came of it.
 *
 * @param exit the exit code
 * @param out what it printed
 * @param err what it printed as errors
 */
public record CommandRun(int exit, String out, String err) {

    private static final long MOST_SECONDS = 120;

    /** Runs it to its end. */
    public static CommandRun of(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "fanfare.jar").toString()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("fanfare-command-", ".out");
            Path err = Files.createTempFile("fanfare-command-", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(variable -> variable.startsWith("FANFARE_"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            CommandRun run =
                    new CommandRun(ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            assertThat(ended).as("ends in time: %s %s", command, run).isTrue();
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a command", e);
        }
    }
}
