package org.fanfare.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

    private static final String HISTORY = "\"flyway_schema_history\"";

    private final JdbcDataSource database = new JdbcDataSource();
    private Connection open;

    @BeforeEach
    void open() throws SQLException {
        database.setURL("jdbc:h2:mem:schema;QUERY_TIMEOUT=12000");
        open = database.getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        open.close();
    }

    @Test
    void migrationMakesWhatValidationWants() {
        prepare(SchemaMode.MIGRATE);

        assertThatCode(() -> prepare(SchemaMode.VALIDATE)).doesNotThrowAnyException();
        assertThatCode(() -> prepare(SchemaMode.MIGRATE)).doesNotThrowAnyException();
    }

    @Test
    void validationRefusesADatabaseWithoutASchemaAndMakesNone() throws SQLException {
        assertRefused(
                SchemaMode.VALIDATE,
                "The database has no schema of Fanfare's, this Fanfare needs version " + newest()
                        + " (version 1 is not applied), and fanfare.schema=validate changes nothing."
                        + " Start it once with fanfare.schema=migrate and a user who may change the schema.");

        assertThat(text("select count(*) from information_schema.tables where table_schema = 'PUBLIC'"))
                .isEqualTo("0");
    }

    @Test
    void validationRefusesAnOlderSchema() throws SQLException {
        prepare(SchemaMode.MIGRATE);
        String newest = newest();
        execute("delete from " + HISTORY + " where \"version\" = '" + newest + "'");

        assertThatThrownBy(() -> prepare(SchemaMode.VALIDATE))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("this Fanfare needs version " + newest)
                .hasMessageContaining("(version " + newest + " is not applied)");
    }

    @ParameterizedTest
    @EnumSource
    void schemaOfANewerFanfareIsRefused(SchemaMode mode) throws SQLException {
        prepare(SchemaMode.MIGRATE);
        execute("insert into " + HISTORY + " select 1000, '1000', 'of tomorrow', \"type\", 'V1000__of_tomorrow.sql', 1,"
                + " \"installed_by\", \"installed_on\", 1, true from " + HISTORY + " where \"version\" = '1'");

        assertRefused(
                mode,
                "The schema of the database has version 1000, which this Fanfare does not know; it needs version "
                        + newest() + ". A newer Fanfare has changed it: start that one, or restore the database from a"
                        + " copy made before.");
    }

    @ParameterizedTest
    @EnumSource
    void schemaOfAnotherMigrationIsRefused(SchemaMode mode) throws SQLException {
        prepare(SchemaMode.MIGRATE);
        execute("update " + HISTORY + " set \"checksum\" = 7 where \"version\" = '2'");

        assertThatThrownBy(() -> prepare(mode))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageStartingWith("The schema of the database was brought to version 2 by another migration than"
                        + " this Fanfare has for it (its checksum is 7, not ");
    }

    @ParameterizedTest
    @EnumSource
    void schemaOfWhichAMigrationFailedIsRefused(SchemaMode mode) throws SQLException {
        prepare(SchemaMode.MIGRATE);
        execute("update " + HISTORY + " set \"success\" = false where \"version\" = '3'");

        assertRefused(
                mode,
                "The schema of the database was left half way to version 3 by a migration that failed."
                        + " Restore the database from a copy made before.");
    }

    @Test
    void onlyTheStatementsOfMigrationsHaveNoTimeLimit() throws SQLException {
        List<Integer> limits = new ArrayList<>();
        Connection watched = (Connection) Proxy.newProxyInstance(
                SchemaTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        limits.add(limitOf(open));
                        return null;
                    }
                    return method.invoke(open, arguments);
                });

        try (OneConnection connection = new OneConnection(onlySourceOf(watched))) {
            connection.liftTimeLimits();
            limits.add(limitOf(connection.asSource().getConnection()));
        }

        assertThat(limits).containsExactly(0, 12);
    }

    private static DataSource onlySourceOf(Connection connection) {
        return (DataSource) Proxy.newProxyInstance(
                SchemaTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    return connection;
                });
    }

    private static int limitOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.getQueryTimeout();
        }
    }

    private void assertRefused(SchemaMode mode, String sentence) {
        assertThatThrownBy(() -> prepare(mode))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessage(sentence);
    }

    private void prepare(SchemaMode mode) {
        new Schema(database, new DatabaseSettings(1, Duration.ofSeconds(1), mode)).prepare();
    }

    /** The highest number among the files. */
    private static String newest() {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "db", "migration"))) {
            int highest = files.map(file -> file.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
            return Integer.toString(highest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String query) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }
}
