package org.fanfare.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.fanfare.keys.Manual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path HOME = Path.of("/srv/fanfare");

    private final Properties properties = new Properties();

    @Test
    void withoutSettingsTheDatabaseIsInTheHome() {
        new Settings(properties, Map.of()).completeDatabase(HOME);

        assertThat(properties)
                .containsEntry("fanfare.database.driver", "org.h2.Driver")
                .containsEntry("fanfare.database.user", "fanfare")
                .containsEntry("fanfare.database.pool-size", "1")
                .hasEntrySatisfying(
                        "fanfare.database.url",
                        url -> assertThat((String) url)
                                .startsWith("jdbc:h2:file:/srv/fanfare/database/fanfare;WRITE_DELAY=0;"));
    }

    @Test
    void environmentNamesTheDatabase() {
        Map<String, String> environment = Map.of(
                "FANFARE_DATABASE_URL", "jdbc:postgresql://db/fanfare",
                "FANFARE_DATABASE_POOL_SIZE", "40");

        new Settings(properties, environment).completeDatabase(HOME);

        assertThat(properties)
                .hasEntrySatisfying(
                        "fanfare.database.url",
                        url -> assertThat((String) url).startsWith("jdbc:postgresql://db/fanfare?options="))
                .containsEntry("fanfare.database.driver", "org.postgresql.Driver")
                .containsEntry("fanfare.database.pool-size", "40");
    }

    @Test
    void theOriginalsDatabaseIsTakenAsAWholeOrNotAtAll() {
        Map<String, String> original = Map.of("PEEWEE_URL", "postgres://pacifica:secret@db/notify");

        new Settings(properties, original).completeDatabase(HOME);

        assertThat(properties)
                .hasEntrySatisfying(
                        "fanfare.database.url",
                        url -> assertThat((String) url).startsWith("jdbc:postgresql://db/notify?"))
                .containsEntry("fanfare.database.user", "pacifica")
                .containsEntry("fanfare.database.password", "secret");
        properties.clear();
        properties.setProperty("fanfare.database.url", "jdbc:postgresql://own/fanfare");
        new Settings(properties, original).completeDatabase(HOME);
        assertThat(properties)
                .hasEntrySatisfying(
                        "fanfare.database.url",
                        url -> assertThat((String) url).startsWith("jdbc:postgresql://own/fanfare?"))
                .containsEntry("fanfare.database.user", "fanfare");
    }

    @Test
    void passwordsMayBeInFiles(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "from the file\n");
        Settings settings = new Settings(
                properties,
                Map.of(
                        "FANFARE_DATABASE_PASSWORD_FILE",
                        file.toString(),
                        "FANFARE_BROKER_PASSWORD_FILE",
                        file.toString()));

        settings.completeDatabase(HOME);
        settings.completeBroker();

        assertThat(properties)
                .containsEntry("fanfare.database.password", "from the file")
                .containsEntry("fanfare.broker.password", "from the file");
        assertThatThrownBy(() -> complete(Map.of("FANFARE_DATABASE_PASSWORD_FILE", "/no/such")))
                .hasMessageContaining("fanfare.database.password-file is '/no/such', which cannot be read");
        assertThatThrownBy(() -> complete(
                        Map.of("FANFARE_DATABASE_PASSWORD_FILE", "/no/such", "FANFARE_DATABASE_PASSWORD", "too")))
                .hasMessageContaining("both set");
    }

    @Test
    void whatIsNoSettingStopsTheStart() throws IOException {
        assertThatThrownBy(() -> check(Map.of("FANFARE_HOMME", "/x")))
                .hasMessage("Fanfare cannot start: there is no setting FANFARE_HOMME (environment)."
                        + " Did you mean FANFARE_HOME?");
        properties.setProperty("fanfare.polcy.url", "http://x");
        assertThatThrownBy(() -> check(Map.of()))
                .hasMessageContaining("(system property). Did you mean fanfare.policy.url?");
        properties.clear();
        properties.setProperty("fanfare.policy.url", "http://x");
        check(Map.of("FANFARE_DATABASE_POOL_SIZE", "3"));
    }

    @Test
    void anOriginalsDatabaseThatIsNoneOfOursStopsTheStartUnlessOursIsNamed() throws IOException {
        assertThatThrownBy(() -> check(Map.of("PEEWEE_URL", "sqliteext:///db.sqlite3")))
                .hasMessageContaining("PEEWEE_URL names a database of the kind sqliteext");
        check(Map.of("PEEWEE_URL", "sqliteext:///db.sqlite3", "FANFARE_DATABASE_URL", "jdbc:postgresql://db/x"));
    }

    @Test
    void whatServersAreToldAreSettingsToo() throws IOException {
        Settings settings =
                new Settings(properties, Map.of("FANFARE_BROKER_USER", "a", "FANFARE_BROKER_PASSWORD", "b"));
        settings.completeDatabase(HOME);
        settings.completeBroker();
        settings.completeDemo();
        settings.completeSecrets(HOME);
        properties.load(new StringReader(settings.asProperties("127.0.0.1", 8080)));

        check(Map.of());
    }

    private void check(Map<String, String> environment) throws IOException {
        try (InputStream manual = Files.newInputStream(Path.of("src/main/resources", Manual.FILE))) {
            new Settings(properties, environment).check(Manual.read(manual));
        }
    }

    @Test
    void systemPropertyWinsOverTheEnvironment() {
        properties.setProperty("fanfare.home", "/one");

        assertThat(new Settings(properties, Map.of("FANFARE_HOME", "/two")).home())
                .isEqualTo(Path.of("/one").toAbsolutePath());
    }

    @Test
    void whoGoesToABrokerElsewhereIsAPropertyOfTheServer() {
        new Settings(properties, Map.of("FANFARE_BROKER_USER", "fan", "FANFARE_BROKER_PASSWORD", "a \"b\""))
                .completeBroker();

        assertThat(properties)
                .containsEntry("fanfare.broker.user", "fan")
                .containsEntry("fanfare.broker.password", "a \"b\"");
        properties.clear();
        new Settings(properties, Map.of()).completeBroker();
        assertThat(properties).isEmpty();
    }

    @Test
    void demoOpensTheInboxAndThisMachineUnlessToldOtherwise() {
        new Settings(properties, Map.of("FANFARE_DESTINATION_ALLOW", "10.0.0.0/8")).completeDemo();

        assertThat(properties)
                .containsEntry("fanfare.demo.inbox", "true")
                .containsEntry("fanfare.destination.allow", "10.0.0.0/8");
        properties.clear();
        new Settings(properties, Map.of()).completeDemo();
        assertThat(properties).containsEntry("fanfare.destination.allow", "127.0.0.0/8,::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void othersReachItOnlyWhereSomebodyChoseHowCallersAreKnown(String host) {
        assertThatThrownBy(() -> new Settings(properties, Map.of()).checkReach(host))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("nobody has chosen how callers are known: set FANFARE_AUTH_METHODS");
        assertThatThrownBy(() -> new Settings(properties, Map.of("FANFARE_AUTH_METHODS", " ")).checkReach(host))
                .isInstanceOf(StartRefused.class);

        new Settings(properties, Map.of("FANFARE_AUTH_METHODS", "header,token")).checkReach(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void thisMachineReachesItWithoutThat(String host) {
        new Settings(properties, Map.of()).checkReach(host);

        assertThat(properties).isEmpty();
    }

    @Test
    void wrongValuesAreRefusedInASentence() {
        assertThatThrownBy(() -> complete(Map.of("FANFARE_DATABASE_URL", "mysql://db")))
                .hasMessage(
                        "Fanfare cannot start: fanfare.database.url has to begin with jdbc:postgresql: or jdbc:h2:.");
        assertThatThrownBy(() -> complete(Map.of(
                        "FANFARE_DATABASE_URL", "jdbc:postgresql://db/fanfare", "FANFARE_DATABASE_POOL_SIZE", "many")))
                .hasMessageContaining("\"many\"");
    }

    @Test
    void h2IsUsedOverOneConnectionOrNotAtAll() {
        assertThatThrownBy(() -> complete(Map.of("FANFARE_DATABASE_POOL_SIZE", "2")))
                .hasMessageContaining("fanfare.database.pool-size has to be 1 for H2");
    }

    @Test
    void otherServersReadWhatWasCompletedAsProperties() throws IOException {
        Settings settings = new Settings(properties, Map.of("FANFARE_HOME", HOME.toString()));
        settings.completeDatabase(HOME);
        properties.setProperty("user.name", "somebody");

        Properties read = new Properties();
        read.load(new StringReader(settings.asProperties("::1", 8081)));

        assertThat(read)
                .containsEntry("fanfare.home", "/srv/fanfare")
                .containsEntry("fanfare.http.host", "::1")
                .containsEntry("fanfare.http.port", "8081")
                .containsEntry("fanfare.database.url", properties.getProperty("fanfare.database.url"))
                .containsEntry("fanfare.database.password", "fanfare")
                .doesNotContainKey("user.name");
    }

    private static void complete(Map<String, String> environment) {
        new Settings(new Properties(), environment).completeDatabase(HOME);
    }
}
