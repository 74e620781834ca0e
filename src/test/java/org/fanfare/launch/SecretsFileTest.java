package org.fanfare.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {

    private static final String LINE = "k[0-9a-f]{8}:[A-Za-z0-9+/]{43}=";

    @TempDir
    private Path home;

    @Test
    void aNewKeyIsALineOfItsOwn() {
        assertThat(SecretsFile.newLine()).matches(LINE).isNotEqualTo(SecretsFile.newLine());
    }

    @Test
    void itIsMadeOnceAndForItsOwnerAlone() throws IOException {
        SecretsFile file = new SecretsFile(home.resolve("secrets.keys"));

        assertThat(file.makeIfAbsent()).isTrue();
        String made = Files.readString(file.path());
        assertThat(file.makeIfAbsent()).isFalse();

        assertThat(made).matches(LINE + "\n").isEqualTo(Files.readString(file.path()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(home).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }

    @Test
    void aHomeThatCannotBeWrittenIsNamed() {
        SecretsFile file = new SecretsFile(home.resolve("no").resolve("secrets.keys"));

        assertThatThrownBy(file::makeIfAbsent)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.path().toString());
    }

    @Test
    void noServerMakesKeysOfItsOwnForADatabaseThatOthersMayShare() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("fanfare.database.url", "jdbc:postgresql://db/fanfare");
        Settings settings = new Settings(properties, Map.of());

        assertThatThrownBy(() -> settings.completeSecrets(home))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--new-secrets-key");
        Files.writeString(home.resolve("secrets.keys"), SecretsFile.newLine());
        assertThat(settings.completeSecrets(home)).isPresent();
    }

    @Test
    void keysThatAreSetAreLeftAlone() {
        Properties properties = new Properties();
        properties.setProperty("fanfare.database.url", "jdbc:h2:file:x");

        assertThat(new Settings(properties, Map.of("FANFARE_SECRETS_KEYS", "a:b")).completeSecrets(home))
                .isEmpty();
        assertThat(new Settings(properties, Map.of("FANFARE_SECRETS_KEY_FILE", "/k")).completeSecrets(home))
                .isEmpty();
        assertThat(properties).doesNotContainKey("fanfare.secrets.key-file");
        assertThat(new Settings(properties, Map.of()).completeSecrets(home))
                .contains(new SecretsFile(home.resolve("secrets.keys")));
        assertThat(properties)
                .containsEntry(
                        "fanfare.secrets.key-file", home.resolve("secrets.keys").toString());
    }
}
