package org.fanfare.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.fanfare.testing.CommandRun;
import org.fanfare.testing.PostgresServer;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on the database itself, and what all commands have in common. */
class SchemaCommandsIT {

    @Test
    void anEmbeddedDatabaseIsMadeAndChecked(@TempDir Path directory) throws SQLException {
        Path home = directory.resolve("home");
        Map<String, String> settings = Map.of("FANFARE_HOME", home.toString());

        assertThat(CommandRun.of(settings, "dbchk").exit()).isEqualTo(255);
        assertThat(Files.exists(home)).as("a check makes nothing").isFalse();
        CommandRun synced = CommandRun.of(settings, "dbsync");
        assertThat(synced.exit()).as(synced.err()).isZero();
        assertThat(synced.out()).startsWith("The schema has version ");
        assertThat(CommandRun.of(settings, "dbsync")).isEqualTo(synced);
        assertThat(CommandRun.of(settings, "dbchk", "--equal").exit()).isZero();

        forgetTheLastMigration("jdbc:h2:file:" + home.resolve("database").resolve("fanfare"), "fanfare");
        assertThat(CommandRun.of(settings, "dbchk").exit()).isEqualTo(255);
    }

    @Test
    void aSchemaOnPostgresIsMadeAndChecked() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = PostgresServer.embedded().start()) {
            Map<String, String> settings = Map.of(
                    "FANFARE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                    "FANFARE_DATABASE_USER", "postgres",
                    "FANFARE_DATABASE_PASSWORD", "postgres");

            assertThat(CommandRun.of(settings, "dbchk").exit()).isEqualTo(255);
            CommandRun synced = CommandRun.of(settings, "dbsync");
            assertThat(synced.exit()).as(synced.err()).isZero();
            assertThat(CommandRun.of(settings, "dbchk").exit()).isZero();
            forgetTheLastMigration(settings.get("FANFARE_DATABASE_URL"), settings.get("FANFARE_DATABASE_USER"));
            assertThat(CommandRun.of(settings, "dbchk").exit()).isEqualTo(255);
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldInASentence() {
        Map<String, String> settings = Map.of(
                "FANFARE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/nothing",
                "FANFARE_DATABASE_CONNECT_ATTEMPTS", "2",
                "FANFARE_DATABASE_CONNECT_WAIT", "PT0.1S");

        CommandRun failed = CommandRun.of(settings, "dbsync");

        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.err()).contains("The database does not answer after 2 tries");
        assertThat(CommandRun.of(settings, "dbchk").exit()).isEqualTo(1);
    }

    @Test
    @ExtendWith(SharedFanfare.class)
    void anEmbeddedDatabaseThatAServerUsesCannotBeChecked(Surroundings surroundings) {
        Map<String, String> settings =
                Map.of("FANFARE_HOME", surroundings.fanfare().home().toString());

        CommandRun failed = CommandRun.of(settings, "dbchk");

        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.err()).contains("may be already in use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dbsync", "dbchk", "eventget", "eventpurge", "eventretry", "import"})
    void eachCommandHasAHelp(String command) {
        CommandRun help = CommandRun.of(Map.of(), command, "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out())
                .startsWith("Usage: java -jar fanfare.jar " + command)
                .contains("Exit code: 0");
    }

    @Test
    void allCommandsAreNamedInTheHelpOfTheJar() {
        assertThat(CommandRun.of(Map.of(), "--help").out())
                .contains("dbsync ", "dbchk ", "eventget ", "eventpurge ", "eventretry ", "import ");
    }

    @Test
    void wrongUseIsToldInASentence() {
        CommandRun wrong = CommandRun.of(Map.of(), "dbcheck");

        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err().strip()).isEqualTo("There is no command \"dbcheck\". Try --help.");
        assertThat(CommandRun.of(Map.of(), "dbchk", "--equals").exit()).isEqualTo(2);
    }

    private static void forgetTheLastMigration(String url, String user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement statement = connection.createStatement()) {
            int forgotten = statement.executeUpdate("""
                    delete from "flyway_schema_history" where "installed_rank" =
                        (select max("installed_rank") from "flyway_schema_history")""");
            assertThat(forgotten).isEqualTo(1);
        }
    }
}
