package org.fanfare.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Fanfare as its users start it, {@code java -jar fanfare.jar --port 0} or another {@link ServerUnderTest}, with a home
 * of its own and settings from the environment. "mvn package" makes what is started. What it prints is kept in
 * target/process-logs.
 */
public final class FanfareProcess implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "process-logs");
    private static final ServerUnderTest SERVER = ServerUnderTest.current();
    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final int TERMINATED = 143;
    private static final int ANY_PORT = 0;

    /** Processes that run now; none outlives the tests, whatever becomes of them. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final int askedPort;
    private final Path home;
    private Map<String, String> settings;
    private volatile Path log;
    private Process process;
    private volatile int port;
    private int starts;

    private FanfareProcess(String name, int port, Map<String, String> settings) {
        this.name = name;
        this.askedPort = port;
        this.settings = Map.copyOf(settings);
        try {
            home = Files.createTempDirectory("fanfare-" + name + "-");
            Files.createDirectories(LOGS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it is ready. */
    public static FanfareProcess start(String name, Map<String, String> settings) {
        return ready(begin(name, settings));
    }

    /** Starts it on a server that knows this user, and waits until it is ready. */
    public static FanfareProcess start(String name, Map<String, String> settings, RealmUser user) {
        FanfareProcess fanfare = new FanfareProcess(name, ANY_PORT, settings);
        try {
            Map<String, String> more = new HashMap<>(settings);
            more.putAll(SERVER.know(user, fanfare.home));
            fanfare.settings = Map.copyOf(more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fanfare.launch();
        return ready(fanfare);
    }

    private static FanfareProcess ready(FanfareProcess fanfare) {
        try {
            fanfare.awaitReady();
        } catch (RuntimeException | Error failed) {
            fanfare.close();
            throw failed;
        }
        return fanfare;
    }

    /** Starts it and does not wait. */
    public static FanfareProcess begin(String name, Map<String, String> settings) {
        return begin(name, ANY_PORT, settings);
    }

    /** Starts it on this port and does not wait. */
    public static FanfareProcess begin(String name, int port, Map<String, String> settings) {
        FanfareProcess fanfare = new FanfareProcess(name, port, settings);
        fanfare.launch();
        return fanfare;
    }

    public void awaitReady() {
        await("start of " + name)
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    assertThat(process.isAlive())
                            .as("Fanfare runs; its log:%n%s", log())
                            .isTrue();
                    return isReady();
                });
    }

    /** Waits until it has ended by itself. */
    public int awaitExit() {
        return exitOf(process, START);
    }

    /** SIGKILL: nothing is closed, nothing is flushed. */
    public void kill9() {
        process.destroyForcibly();
        exitOf(process, STOP);
    }

    /** SIGTERM, as service managers and Ctrl-C do. */
    public void stop() {
        process.destroy();
        assertThat(exitOf(process, STOP)).as("exit code after SIGTERM").isEqualTo(TERMINATED);
    }

    /** Starts it again on the same home, on another port, and waits until it is ready. */
    public void restart() {
        launch();
        awaitReady();
    }

    /** Starts it again with other settings. */
    public void restart(Map<String, String> others) {
        settings = Map.copyOf(others);
        restart();
    }

    /** The directory of its data. */
    public Path home() {
        return home;
    }

    /** Where it listens since its last start. */
    public URI baseUrl() {
        String log = log();
        return SERVER.address(port, log).orElseThrow(() -> new AssertionError("No URL was printed; the log:\n" + log));
    }

    /** A caller of this process, wherever it listens now. */
    public FanfareClient client() {
        return new FanfareClient(this::baseUrl);
    }

    /** What it printed since its last start. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String lastLine() {
        List<String> lines = log().lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    @Override
    public void close() {
        kill9();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() {
        starts++;
        log = emptyLog(LOGS.resolve(name + "-" + starts + ".log"));
        port = SERVER.portFor(askedPort);
        ProcessBuilder command = new ProcessBuilder(SERVER.command(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().keySet().removeIf(variable -> variable.startsWith("FANFARE_"));
        command.environment().put("FANFARE_HOME", home.toString());
        command.environment().putAll(settings);
        try {
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RUNNING.add(process);
        process.onExit().thenAccept(RUNNING::remove);
    }

    /** It is there before the process is, for other threads look into it at any time. */
    private static Path emptyLog(Path file) {
        try {
            return Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        try {
            return SERVER.address(port, log()).isPresent()
                    && client().get("/health/ready").status() == 200;
        } catch (UncheckedIOException notListening) {
            return false;
        }
    }

    private static int exitOf(Process process, Duration most) {
        try {
            assertThat(process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ends within %s", most)
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the process to end", e);
        }
    }
}
