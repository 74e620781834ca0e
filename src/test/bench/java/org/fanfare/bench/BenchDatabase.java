package org.fanfare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** The database of the server under test; a commit is on disk when it returns, whichever it is. */
interface BenchDatabase extends AutoCloseable {

    /** @param directory an empty directory for its data */
    static BenchDatabase open(BenchOptions options, String name, Path directory) throws Exception {
        switch (name) {
            case "h2":
                return new Embedded();
            case "postgresql":
                Optional<Path> installed = InstalledPostgres.findPrograms();
                boolean wanted = !options.text("postgresql").equals("embedded");
                return wanted && installed.isPresent()
                        ? InstalledPostgres.start(installed.get(), directory, options.output())
                        : EmbeddedPostgresServer.start(directory);
            default:
                throw new IllegalArgumentException("no such database: " + name);
        }
    }

    /** What it is called in the table. */
    default String name() {
        return "PostgreSQL";
    }

    /** How large it is, in bytes, if it is not within the server's files. */
    default Optional<Long> bytes() throws SQLException {
        return number("select pg_database_size(current_database())");
    }

    /** How many events it has, if others than the server can ask it. */
    default Optional<Long> events() throws SQLException {
        return number("select count(*) from event");
    }

    private Optional<Long> number(String query) throws SQLException {
        String url = environment().get("FANFARE_DATABASE_URL");
        if (url == null) {
            return Optional.empty();
        }
        try (Connection connection = DriverManager.getConnection(url, "fanfare", "fanfare");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return Optional.of(row.getLong(1));
        }
    }

    /** What it is, with its version. */
    String title();

    /** The server's settings for it, in its environment. */
    Map<String, String> environment();

    /** Its own processes; none if it runs within the server's. */
    Optional<ProcessHandle> process();

    @Override
    void close() throws IOException;

    /** What PostgreSQL at this address says of itself. Refuses one that would be faster than it may be. */
    static String checked(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "fanfare", "fanfare");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_version'), current_setting('fsync'),
                            current_setting('synchronous_commit')""")) {
            row.next();
            if (!row.getString(2).equals("on") || !row.getString(3).equals("on")) {
                throw new IllegalStateException("fsync and synchronous_commit have to be on");
            }
            return "PostgreSQL " + row.getString(1) + ", fsync on";
        }
    }

    /** The first process of the PostgreSQL server that uses this directory. */
    static ProcessHandle postmaster(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    static Map<String, String> environment(String url) {
        return Map.of(
                "FANFARE_DATABASE_URL",
                url,
                "FANFARE_DATABASE_USER",
                "fanfare",
                "FANFARE_DATABASE_PASSWORD",
                "fanfare",
                "FANFARE_SECRETS_KEYS",
                "bench:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    }

    /** H2 as the server opens it when nothing is said. */
    record Embedded() implements BenchDatabase {

        @Override
        public String name() {
            return "H2";
        }

        @Override
        public String title() {
            return "H2 embedded, WRITE_DELAY=0";
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // the server closes it
        }
    }
}
