package org.fanfare.bench.floor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fanfare.bench.Ports;

/** The floor as a child process on a free port of 127.0.0.1, with an empty broker of its own. */
public final class FloorProcess implements AutoCloseable {

    private static final Path FANFARE = Path.of("target", "fanfare.jar");
    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 40;
    private static final int OK = 200;

    private final Process process;
    private final int port;
    private final Path log;

    private FloorProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts it, in the server of {@code target/fanfare.jar}.
     *
     * @param output where its files go: {@code floor/} and {@code floor.log}
     * @param target where each body is posted
     */
    public static FloorProcess start(Path output, List<String> jvmFlags, URI target) throws IOException {
        return start(FANFARE, output, jvmFlags, target);
    }

    /** The same in the server of another {@code fanfare.jar}. */
    public static FloorProcess start(Path fanfare, Path output, List<String> jvmFlags, URI target) throws IOException {
        Path directory = output.toAbsolutePath().resolve("floor");
        delete(directory);
        Files.createDirectories(directory);
        return start(FloorJar.make(fanfare, directory), directory, jvmFlags, target, Ports.free());
    }

    /** Starts what has been made before, with what it has in its broker. */
    static FloorProcess restart(Path output, List<String> jvmFlags, URI target, int port) throws IOException {
        Path directory = output.toAbsolutePath().resolve("floor");
        return start(directory.resolve("floor.jar"), directory, jvmFlags, target, port);
    }

    private static FloorProcess start(Path jar, Path directory, List<String> jvmFlags, URI target, int port)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.add("-Dfloor.target=" + target);
        command.addAll(List.of("-jar", jar.toString(), "--port", "" + port));
        Path log = directory.resolveSibling("floor.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("FANFARE_HOME", directory.resolve("home").toString());
        return new FloorProcess(builder.start(), port, log);
    }

    /** Waits until it takes requests; stops it if it never does. */
    public void awaitReady() throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/receive"))
                .build();
        for (int i = 0; i < 10 * START_SECONDS && process.isAlive(); i++) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == OK) {
                    return;
                }
            } catch (IOException notYet) {
                // nobody listens yet
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        close();
        throw new IllegalStateException("the floor does not start, see " + log);
    }

    public int port() {
        return port;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
