package org.fanfare.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A broker of its own process, reached over TCP, as server-config/artemis describes it. What it prints is kept in
 * target/process-logs.
 */
public final class ArtemisProcess implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "process-logs");
    private static final Duration START = Duration.ofSeconds(60);
    private static final String HOST = "127.0.0.1";

    private final String name;
    private final int port;
    private final Path data;
    private final List<String> command;
    private Process process;
    private Path log;
    private int starts;

    private ArtemisProcess(String name, int port, Path data, List<String> ofPair, String role) {
        this.name = name;
        this.port = port;
        this.data = data;
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dfanfare.broker.name=" + name,
                "-Dfanfare.broker.host=" + HOST,
                "-Dfanfare.broker.port=" + port,
                "-Ddata.dir=" + data));
        command.addAll(ofPair);
        command.addAll(List.of("-cp", classPath(), ArtemisMain.class.getName()));
        if (role != null) {
            command.add(role);
        }
    }

    /** One that stands alone. */
    public static ArtemisProcess start(String name) {
        ArtemisProcess broker = new ArtemisProcess(name, FreePort.find(), newDirectory(name), List.of(), null);
        broker.launch();
        return broker;
    }

    /** The primary and the backup of a pair, in this order. */
    public static List<ArtemisProcess> startPair(String name) {
        Path shared = newDirectory(name);
        int one = FreePort.find();
        int two = FreePort.findOtherThan(one);
        ArtemisProcess primary = new ArtemisProcess(name + "-primary", one, shared, other(two), "primary");
        ArtemisProcess backup = new ArtemisProcess(name + "-backup", two, shared, other(one), "backup");
        primary.launch();
        backup.launch();
        return List.of(primary, backup);
    }

    private static List<String> other(int port) {
        return List.of(
                "-Dfanfare.broker.other-host=" + HOST,
                "-Dfanfare.broker.other-port=" + port,
                "-Dfanfare.broker.cluster-password=of the pair");
    }

    /** What Fanfare has to be told to use it. */
    public Map<String, String> settings() {
        return settings(url());
    }

    /** The same, where the URL names more than this one. */
    public static Map<String, String> settings(String url) {
        return Map.of(
                "FANFARE_BROKER_URL", url,
                "FANFARE_BROKER_USER", ArtemisMain.USER,
                "FANFARE_BROKER_PASSWORD", ArtemisMain.PASSWORD);
    }

    public String url() {
        return "tcp://" + HOST + ":" + port;
    }

    /** SIGKILL. */
    public void kill9() {
        process.destroyForcibly();
        try {
            assertThat(process.waitFor()).as("exit code of %s", name).isNotZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the broker to end", e);
        }
    }

    /** Starts it again on the same port, with what is left of its data. */
    public void restart() {
        launch();
    }

    /** Deletes all that a broker that was killed has left. */
    public void wipe() {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        if (Files.exists(data)) {
            wipe();
        }
    }

    private void launch() {
        starts++;
        log = LOGS.resolve(name + "-" + starts + ".log");
        try {
            Files.createDirectories(LOGS);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        await("start of " + name)
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    assertThat(started.isAlive())
                            .as("the broker runs; its log:%n%s", log())
                            .isTrue();
                    return log().contains(ArtemisMain.STARTED);
                });
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static Path newDirectory(String name) {
        try {
            return Files.createTempDirectory("artemis-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
