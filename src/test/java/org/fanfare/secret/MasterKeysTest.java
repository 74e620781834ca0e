package org.fanfare.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasterKeysTest {

    private static final String A = "a:" + base64('a', 32);
    private static final String B = "b:" + base64('b', 32);

    @Property(tries = 200)
    void whatIsSealedIsOpenedAgainAndShowsNothing(@ForAll String plain) {
        String wellFormed = new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        MasterKeys keys = keys(A);

        String sealed = keys.seal(wellFormed, "row/auth");

        assertThat(sealed).matches("sealed:v1:a:[A-Za-z0-9+/]+=*");
        assertThat(keys.open(sealed, "row/auth")).isEqualTo(wellFormed);
        assertThat(keys.seal(wellFormed, "row/auth")).isNotEqualTo(sealed);
    }

    @Test
    void theFirstKeySealsAndAllOpen() {
        String old = keys(A).seal("secret", "p");
        MasterKeys both = keys(B + ", " + A);

        assertThat(both.firstId()).isEqualTo("b");
        assertThat(both.open(old, "p")).isEqualTo("secret");
        assertThat(MasterKeys.keyId(old)).contains("a");
        assertThat(MasterKeys.keyId(both.seal("secret", "p"))).contains("b");
    }

    @Test
    void whatWasNeverSealedIsReadAsItIs() {
        assertThat(keys(A).open("{\"type\":\"basic\"}", "p")).isEqualTo("{\"type\":\"basic\"}");
        assertThat(MasterKeys.keyId("{}")).isEmpty();
    }

    @Test
    void aMissingKeyIsNamed() {
        String sealed = keys(A).seal("secret", "p");

        assertThatThrownBy(() -> keys(B).open(sealed, "p"))
                .isInstanceOf(SecretUnreadable.class)
                .hasMessage("a secret cannot be opened: it was sealed with the key 'a', which is not configured");
    }

    @Test
    void anotherKeyOfTheSameNameAnotherPlaceOrAnyChangeOpensNothing() {
        String sealed = keys(A).seal("secret", "p");
        String changed = sealed.substring(0, 20) + (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(21);

        assertUnreadable(keys("a:" + base64('x', 32)), sealed, "p");
        assertUnreadable(keys(A), sealed, "q");
        assertUnreadable(keys(A), changed, "p");
        assertUnreadable(keys(A), "sealed:v1:a:", "p");
        assertUnreadable(keys(A), "sealed:v1:a:%%", "p");
        assertUnreadable(keys(A), "sealed:v1:a", "p");
    }

    @Test
    void aFileHoldsTheSameInLines(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("keys"), "# newest first\n" + B + "\n\n" + A + "\n");

        MasterKeys keys = MasterKeys.of(settings(Map.of("fanfare.secrets.key-file", file.toString())));

        assertThat(keys.firstId()).isEqualTo("b");
        assertThat(keys.open(keys(A).seal("secret", "p"), "p")).isEqualTo("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nonsense    | a key is written as id:base64
                    :AAAA       | a key is written as id:base64
                    k.1:AAAA    | a key is written as id:base64
                    k1:AAAA     | the key k1 has 3 bytes, it must have 32
                    k1:AA!A     | the key k1 is not base64
                    """)
    void wrongKeysAreRefusedInASentence(String keys, String sentence) {
        assertThatThrownBy(() -> keys(keys))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("fanfare.secrets.keys is wrong: " + sentence)
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void twoKeysOfOneNameAndTwoPlacesForKeysAndNoneAtAllAreRefused() {
        assertThatThrownBy(() -> keys(A + "," + A)).hasMessageContaining("there are two keys a");
        assertThatThrownBy(() ->
                        MasterKeys.of(settings(Map.of("fanfare.secrets.keys", A, "fanfare.secrets.key-file", "/x"))))
                .hasMessageContaining("both set");
        assertThatThrownBy(() -> MasterKeys.of(settings(Map.of())))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("Neither fanfare.secrets.keys nor fanfare.secrets.key-file is set.");
        assertThatThrownBy(() -> MasterKeys.of(settings(Map.of("fanfare.secrets.key-file", "/no/such"))))
                .hasMessageContaining("'/no/such', which cannot be read");
    }

    private static void assertUnreadable(MasterKeys keys, String sealed, String place) {
        assertThatThrownBy(() -> keys.open(sealed, place)).isInstanceOf(SecretUnreadable.class);
    }

    private static MasterKeys keys(String keys) {
        return MasterKeys.of(settings(Map.of("fanfare.secrets.keys", keys)));
    }

    private static Settings settings(Map<String, String> settings) {
        return new Settings(key -> Optional.ofNullable(settings.get(key)));
    }

    private static String base64(char letter, int length) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(length).getBytes(StandardCharsets.UTF_8));
    }
}
