package org.fanfare.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL from a Maven artifact, where none is installed; with the safe settings that its wrapper turns off. */
record EmbeddedPostgresServer(EmbeddedPostgres server, String url, String title, ProcessHandle postmaster)
        implements BenchDatabase {

    static EmbeddedPostgresServer start(Path directory) throws Exception {
        Path data = directory.resolve("data");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        try {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role fanfare superuser login password 'fanfare'");
                statement.execute("create database fanfare owner fanfare");
            }
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/fanfare";
            return new EmbeddedPostgresServer(server, url, BenchDatabase.checked(url), BenchDatabase.postmaster(data));
        } catch (Exception | Error failed) {
            server.close();
            throw failed;
        }
    }

    @Override
    public Map<String, String> environment() {
        return BenchDatabase.environment(url);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.of(postmaster);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
