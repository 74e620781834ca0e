package org.fanfare.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/** The keys that secrets are sealed with in the database: the first seals, all of them open. */
public final class MasterKeys {

    private static final String KEYS = "fanfare.secrets.keys";
    private static final String KEY_FILE = "fanfare.secrets.key-file";

    private final Map<String, MasterKey> keys = new LinkedHashMap<>();
    private final MasterKey first;

    private MasterKeys(List<MasterKey> keys) {
        keys.forEach(key -> this.keys.put(key.id(), key));
        this.first = keys.get(0);
    }

    /** The keys of the settings; there must be one at least. */
    public static MasterKeys of(Settings settings) {
        List<String> lines = settings.texts(KEYS);
        String file = settings.optionalText(KEY_FILE).orElse("");
        if (!lines.isEmpty() && !file.isEmpty()) {
            throw new WrongSetting(KEYS + " and " + KEY_FILE + " are both set, expected one of them.");
        }
        if (lines.isEmpty() && file.isEmpty()) {
            throw new WrongSetting(
                    "Neither " + KEYS + " nor " + KEY_FILE + " is set. Secrets are not stored without a key;"
                            + " java -jar fanfare.jar --new-secrets-key prints one.");
        }
        return file.isEmpty() ? read(KEYS, lines) : read(KEY_FILE, linesOf(file));
    }

    /** The keys that Fanfare runs with, for those whom nothing is injected into. */
    public static MasterKeys configured() {
        return Configured.KEYS;
    }

    private static MasterKeys read(String setting, List<String> lines) {
        List<MasterKey> keys = new ArrayList<>();
        for (String line : lines) {
            try {
                MasterKey key = MasterKey.of(line);
                if (keys.stream().anyMatch(other -> other.id().equals(key.id()))) {
                    throw new IllegalArgumentException("there are two keys " + key.id());
                }
                keys.add(key);
            } catch (IllegalArgumentException wrong) {
                throw new WrongSetting(setting + " is wrong: " + wrong.getMessage() + ".");
            }
        }
        if (keys.isEmpty()) {
            throw new WrongSetting(setting + " is wrong: there is no key in it.");
        }
        return new MasterKeys(keys);
    }

    private static List<String> linesOf(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException | InvalidPathException unreadable) {
            throw new WrongSetting(KEY_FILE + " is '" + file + "', which cannot be read (" + unreadable + ").");
        }
    }

    /** The id of the key that seals. */
    public String firstId() {
        return first.id();
    }

    /** Whether what was sealed with the key of that id may be opened. */
    public boolean has(String id) {
        return keys.containsKey(id);
    }

    /**
     * Seals a text.
     *
     * @param place where it will stand; it can be opened for the same place only
     */
    public String seal(String plain, String place) {
        return first.seal(plain, place);
    }

    /**
     * What a stored text says; one that was never sealed is what it says itself.
     *
     * @throws SecretUnreadable if the key is not there, or the text was not sealed with it for this place
     */
    public String open(String stored, String place) {
        Optional<String> id = keyId(stored);
        if (id.isEmpty()) {
            return stored;
        }
        MasterKey key = keys.get(id.get());
        if (key == null) {
            throw new SecretUnreadable("a secret cannot be opened: it was sealed with the key '" + id.get()
                    + "', which is not configured");
        }
        return key.open(stored.substring(stored.lastIndexOf(':') + 1), place);
    }

    /** The id of the key that a stored text is sealed with; none if it stands there for all to read. */
    public static Optional<String> keyId(String stored) {
        if (!stored.startsWith(MasterKey.MARK)) {
            return Optional.empty();
        }
        int start = MasterKey.MARK.length();
        int end = stored.indexOf(':', start);
        return Optional.of(end < 0 ? stored.substring(start) : stored.substring(start, end));
    }

    /** Read when they are first asked for: the start has found them good by then. */
    private static final class Configured {

        static final MasterKeys KEYS = of(Settings.configured());

        private Configured() {}
    }
}
