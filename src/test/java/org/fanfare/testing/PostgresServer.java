package org.fanfare.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL that can be stopped in the hardest way it knows, and started again with what is then on its disk. */
public final class PostgresServer implements AutoCloseable {

    /** The machine may be busy with starting other servers. */
    private static final Duration START = Duration.ofSeconds(60);

    private static final Duration STOP = Duration.ofSeconds(30);

    private final int port = FreePort.find();
    private final Path data;
    private EmbeddedPostgres running;

    private PostgresServer() {
        try {
            data = Files.createTempDirectory("fanfare-postgres-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PostgresServer start() {
        PostgresServer server = new PostgresServer();
        server.launch();
        return server;
    }

    /** An empty one that is gone in the end, for tests that need no more than that. */
    public static EmbeddedPostgres.Builder embedded() {
        return EmbeddedPostgres.builder().setPGStartupWait(START);
    }

    /** Immediate mode: nobody is waited for and nothing is written; the next start has to recover. */
    public void stopAtOnce() {
        ProcessHandle postmaster = postmaster();
        try {
            int sent = new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
            assertThat(sent).as("exit code of kill").isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while stopping PostgreSQL", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("PostgreSQL stops").atMost(STOP).until(() -> !postmaster.isAlive());
        close(running);
    }

    /** Its number stands in the first line of its file. */
    private ProcessHandle postmaster() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void restart() {
        launch();
    }

    /** What Fanfare has to be told to use it. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("FANFARE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        settings.put("FANFARE_DATABASE_USER", "postgres");
        settings.put("FANFARE_DATABASE_PASSWORD", "postgres");
        settings.put("FANFARE_SECRETS_KEYS", "tests:" + Base64.getEncoder().encodeToString(new byte[32]));
        return settings;
    }

    public Connection connect() throws SQLException {
        return running.getPostgresDatabase().getConnection();
    }

    /** How many rows a query has. */
    public int count(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from (" + query + ") counted")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    @Override
    public void close() {
        close(running);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() {
        try {
            running = embedded()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    // As everybody has it; embedded ones answer before a commit is on the disk.
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
