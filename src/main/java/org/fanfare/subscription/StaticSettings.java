package org.fanfare.subscription;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * Where subscriptions come from that nobody makes by a request.
 *
 * @param file empty if there are none
 */
public record StaticSettings(Optional<Path> file) {

    static final String FILE = "fanfare.subscriptions.file";

    public static StaticSettings of(Settings settings) {
        return new StaticSettings(settings.optionalText(FILE).map(StaticSettings::path));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException malformed) {
            throw new WrongSetting(FILE + " is '" + text + "', expected the path of a file.");
        }
    }
}
