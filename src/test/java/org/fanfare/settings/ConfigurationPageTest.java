package org.fanfare.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fanfare.keys.Manual;
import org.fanfare.keys.ManualKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The manual, the code and docs/configuration.md say the same. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("docs", "configuration.md");

    private static Manual manual;
    private static Map<String, String> kinds;

    @BeforeAll
    static void readAll() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources", Manual.FILE))) {
            manual = Manual.read(file);
        }
        kinds = ReadKeys.ofSettings(manual);
    }

    @Test
    void thePageIsWhatManualAndCodeSay() throws IOException {
        String text = new ConfigurationPage(manual, kinds).text();
        if (System.getProperty("fanfare.test.write-pages") != null) {
            Files.writeString(PAGE, text);
        }

        assertThat(PAGE)
                .as("%s is stale; make it anew with: %s", PAGE, ConfigurationPage.COMMAND)
                .hasContent(text);
    }

    @Test
    void everyKeyThatIsReadIsInTheManual() {
        assertThat(new TreeSet<>(kinds.keySet()))
                .as("keys that are read are in %s", Manual.FILE)
                .allMatch(manual::has);
    }

    @Test
    void everyKeyOfTheManualIsRead() {
        String sources = ReadKeys.allSources();
        List<String> unread = manual.keys().stream()
                .map(ManualKey::name)
                .filter(key -> key.startsWith(Manual.PREFIX) && !key.contains("<") && !kinds.containsKey(key))
                .filter(key -> !isNamedIn(sources, key))
                .toList();

        assertThat(unread)
                .as("keys in %s that no code reads, by Settings or by name", Manual.FILE)
                .isEmpty();
    }

    /** As the key, as its variable, or as the key to which a file's name was added. */
    private static boolean isNamedIn(String sources, String key) {
        String name = key.replaceFirst("-file$", "");
        return Pattern.compile("(?<![\\w.])(" + Pattern.quote(name) + "|" + ManualKey.variableOf(key) + ")(?![\\w.-])")
                .matcher(sources)
                .find();
    }

    @Test
    void eachKeyIsInTheManualOnce() {
        assertThat(manual.keys()).extracting(ManualKey::name).doesNotHaveDuplicates();
    }

    @Test
    void kindsComeFromTheCode() {
        assertThat(kinds)
                .containsEntry("fanfare.retention", "duration")
                .containsEntry("fanfare.delivery.jitter", "number, 0 to 100")
                .containsEntry("fanfare.delivery.burst-per-host", "number, 1 to 1000000")
                .containsEntry("fanfare.delivery.retry", "list of durations")
                .containsEntry("fanfare.policy.url", "http or https URL")
                .containsEntry("fanfare.secrets.keys", "list");
    }
}
