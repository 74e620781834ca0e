package org.fanfare.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.fanfare.keys.Manual;
import org.fanfare.keys.ManualKey;
import org.fanfare.keys.OriginalVariables;
import org.fanfare.keys.UnknownKeys;

/** Before anything else starts: refuses {@code fanfare.*} keys that nobody knows, and tells of the original's variables. */
public final class KeyCheck {

    private static final Logger LOG = System.getLogger(KeyCheck.class.getName());

    private final Config config;
    private final Map<String, String> environment;
    private final OriginalVariables original;

    KeyCheck(Config config, Map<String, String> environment) {
        this.config = config;
        this.environment = environment;
        this.original = new OriginalVariables(environment);
    }

    /** @throws WrongSetting if there is a key that is none, or the original's variables make no sense */
    public static void run() {
        KeyCheck check = new KeyCheck(ConfigProvider.getConfig(), System.getenv());
        check.refuseUnknown(System.getProperties().stringPropertyNames());
        check.refuseOriginal();
        check.tellOfOriginal().forEach(line -> LOG.log(Level.INFO, line));
    }

    private static Manual manual() {
        // By the class and not by the thread: the application's own file, whatever libraries of the server have.
        try (InputStream file = KeyCheck.class.getResourceAsStream("/" + Manual.FILE)) {
            Manual manual = Manual.read(file);
            if (manual.keys().isEmpty()) {
                throw new IllegalStateException(Manual.FILE + " of the application is not found.");
            }
            return manual;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refuseUnknown(Set<String> properties) {
        UnknownKeys unknown = new UnknownKeys(manual());
        unknown.inEnvironment(environment).ifPresent(KeyCheck::refuse);
        unknown.inProperties(properties, "system property").ifPresent(KeyCheck::refuse);
        for (ConfigSource source : config.getConfigSources()) {
            unknown.inProperties(namesOf(source, properties), source.getName()).ifPresent(KeyCheck::refuse);
        }
    }

    /** Without what is judged above: servers guess at what an environment variable may mean as a key. */
    private Set<String> namesOf(ConfigSource source, Set<String> properties) {
        return source.getPropertyNames().stream()
                .filter(name -> !properties.contains(name))
                .filter(name -> !environment.containsKey(ManualKey.variableOf(name)))
                .collect(Collectors.toSet());
    }

    void refuseOriginal() {
        original.fault().ifPresent(KeyCheck::refuse);
    }

    /** A line about what was taken from the original's variables, and one about what was not, if there is any. */
    List<String> tellOfOriginal() {
        List<String> lines = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        original.values().forEach((key, value) -> {
            // The launcher adds options to the URL of the database.
            if (config.getOptionalValue(key, String.class).orElse("").startsWith(value)) {
                taken.add(original.origin(key) + " as " + key);
            }
        });
        if (!taken.isEmpty()) {
            lines.add("taken from the configuration of Pacifica Notifications: " + String.join(", ", taken));
        }
        if (!original.unused().isEmpty()) {
            lines.add("of the configuration of Pacifica Notifications there is no use for "
                    + String.join(", ", original.unused()) + ": Fanfare's broker is fanfare.broker.url");
        }
        return lines;
    }

    private static void refuse(String sentence) {
        throw new WrongSetting(sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1));
    }
}
