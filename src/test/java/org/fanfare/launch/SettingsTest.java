package org.fanfare.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

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
    void systemPropertyWinsOverTheEnvironment() {
        properties.setProperty("fanfare.home", "/one");

        assertThat(new Settings(properties, Map.of("FANFARE_HOME", "/two")).home())
                .isEqualTo(Path.of("/one").toAbsolutePath());
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
