package org.fanfare.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalVariablesTest {

    @TempDir
    Path directory;

    @Test
    void eachVariableHasItsKey() {
        OriginalVariables original = new OriginalVariables(Map.of(
                "POLICY_URL", "http://policy:8181",
                "USER_HEADER", "X-User",
                "DEFAULT_USER", " nobody ",
                "DATABASE_CONNECT_ATTEMPTS", "3",
                "DATABASE_CONNECT_WAIT", "7"));

        assertThat(original.values())
                .isEqualTo(Map.of(
                        "fanfare.policy.url", "http://policy:8181",
                        "fanfare.caller.header", "X-User",
                        "fanfare.caller.default-user", "nobody",
                        "fanfare.database.connect-attempts", "3",
                        "fanfare.database.connect-wait", "PT7S"));
        assertThat(original.origin("fanfare.caller.header")).isEqualTo("USER_HEADER");
        assertThat(original.fault()).isEmpty();
    }

    @Test
    void withoutVariablesThereIsNothing() {
        OriginalVariables original = new OriginalVariables(Map.of("POLICY_URL", " ", "PATH", "/bin"));

        assertThat(original.values()).isEmpty();
        assertThat(original.unused()).isEmpty();
        assertThat(original.databaseFault()).isEmpty();
    }

    @Test
    void brokersOfCeleryAreToldAsUnused() {
        OriginalVariables original = new OriginalVariables(Map.of("BROKER_URL", "redis://r", "BACKEND_URL", "rpc://"));

        assertThat(original.values()).isEmpty();
        assertThat(original.unused()).containsExactly("BROKER_URL", "BACKEND_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://notifications:secret@localhost/pacifica, jdbc:postgresql://localhost/pacifica, notifications, secret",
        "postgresql://u:p%40@db_1:5433/x, jdbc:postgresql://db_1:5433/x, u, p%40",
        "postgresext+pool://u:a:b@c@db/x?sslmode=require, jdbc:postgresql://db/x?sslmode=require, u, a:b@c",
        "postgres://[::1]:5432/x, jdbc:postgresql://[::1]:5432/x,,",
        "postgres://u@db/x, jdbc:postgresql://db/x, u,",
    })
    void aDatabaseOfPeeweeBecomesOneOfJdbc(String url, String jdbc, String user, String password) {
        for (String variable : new String[] {"PEEWEE_URL", "PEEWEE_DATABASE_URL"}) {
            OriginalVariables original = new OriginalVariables(Map.of(variable, url));

            assertThat(original.databaseFault()).isEmpty();
            assertThat(original.values().get("fanfare.database.url")).isEqualTo(jdbc);
            assertThat(original.values().get("fanfare.database.user")).isEqualTo(user);
            assertThat(original.values().get("fanfare.database.password")).isEqualTo(password);
        }
    }

    @Test
    void aDatabaseMayComeInParts() {
        Map<String, String> parts = new HashMap<>(Map.of(
                "PEEWEE_PROTO", "postgres",
                "PEEWEE_USER", "pacifica",
                "PEEWEE_PASS", "secret",
                "PEEWEE_ADDR", "notifydb",
                "PEEWEE_PORT", "5432",
                "PEEWEE_DATABASE", "notify"));

        assertThat(new OriginalVariables(parts).values())
                .isEqualTo(Map.of(
                        "fanfare.database.url", "jdbc:postgresql://notifydb:5432/notify",
                        "fanfare.database.user", "pacifica",
                        "fanfare.database.password", "secret"));
        parts.put("PEEWEE_URL", "postgres://other/notify");
        assertThat(new OriginalVariables(parts).values())
                .isEqualTo(Map.of("fanfare.database.url", "jdbc:postgresql://other/notify"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqliteext:///db.sqlite3", "sqlite:///x", "mysql://u:secret@h/x", "nonsense"})
    void otherDatabasesAreRefusedWithoutTellingPasswords(String url) {
        OriginalVariables original = new OriginalVariables(Map.of("PEEWEE_URL", url));

        assertThat(original.values()).isEmpty();
        assertThat(original.databaseFault())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("PEEWEE_URL names a database of the kind ")
                        .doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://u:secret@/x", "postgres://u:secret@h", "postgres://u:secret@h/x?a=b"})
    void urlsThatAreNotUnderstoodAreRefusedWithoutTellingPasswords(String url) {
        assertThat(new OriginalVariables(Map.of("PEEWEE_URL", url)).databaseFault())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("PEEWEE_URL is not understood (")
                        .doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "1.5"})
    void aWaitThatIsNoNumberOfSecondsIsRefused(String wait) {
        assertThat(new OriginalVariables(Map.of("DATABASE_CONNECT_WAIT", wait)).fault())
                .contains("DATABASE_CONNECT_WAIT is '" + wait + "', expected a number of seconds.");
    }

    @Test
    void theFileThatIsNamedBeatsTheVariables() throws IOException {
        OriginalVariables original = withFile("""
                # as the original's documentation has it
                [DEFAULT]
                Default_User = anybody
                [notifications]
                policy_url: http://policy:8181/a%%20b
                ; user_header = X-Not
                [celery]
                broker_url = redis://localhost:6379/0
                [database]
                peewee_url = postgres://u:p%%@db/x
                connect_wait = 9
                """);

        assertThat(original.fault()).isEmpty();
        assertThat(original.values())
                .containsEntry("fanfare.policy.url", "http://policy:8181/a%20b")
                .containsEntry("fanfare.caller.default-user", "anybody")
                .containsEntry("fanfare.caller.header", "X-Variable")
                .containsEntry("fanfare.database.password", "p%")
                .containsEntry("fanfare.database.connect-wait", "PT9S");
        assertThat(original.origin("fanfare.policy.url")).isEqualTo("notifications.policy_url in NOTIFICATIONS_CONFIG");
        assertThat(original.unused()).containsExactly("celery.broker_url in NOTIFICATIONS_CONFIG");
    }

    @ParameterizedTest
    @CsvSource({
        "'[a]\nb = 10%', in line 2 a % is not doubled",
        "'[a]\nb', line 2 is neither [section] nor name = value",
        "'b = 1', line 1 is neither [section] nor name = value",
    })
    void aFileThatIsNoIniIsRefused(String text, String why) throws IOException {
        assertThat(withFile(text).fault())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("NOTIFICATIONS_CONFIG names " + directory)
                        .endsWith("which cannot be read (" + why + ")."));
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThat(new OriginalVariables(Map.of("NOTIFICATIONS_CONFIG", "/no/such.ini")).fault())
                .contains("NOTIFICATIONS_CONFIG names /no/such.ini, which cannot be read (/no/such.ini).");
    }

    private OriginalVariables withFile(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("config.ini"), text);
        return new OriginalVariables(Map.of(
                "NOTIFICATIONS_CONFIG", file.toString(), "POLICY_URL", "http://variable", "USER_HEADER", "X-Variable"));
    }
}
