package org.fanfare.caller;

import java.util.Set;
import org.fanfare.settings.Settings;

/**
 * How the caller of a request is known.
 *
 * @param header the header that an authenticating proxy in front sets to the user's name
 * @param defaultUser who calls when the header is absent
 * @param operators names of those who see all events and deliveries
 */
public record CallerSettings(String header, String defaultUser, Set<String> operators) {

    public static CallerSettings of(Settings settings) {
        return new CallerSettings(
                settings.text("fanfare.caller.header"),
                settings.text("fanfare.caller.default-user"),
                Set.copyOf(settings.texts("fanfare.caller.operators")));
    }
}
