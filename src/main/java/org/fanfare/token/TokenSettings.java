package org.fanfare.token;

import java.time.Duration;
import org.fanfare.settings.Settings;

/**
 * What tokens may be.
 *
 * @param longest how long they may last; null for as long as anybody likes, or without end
 */
public record TokenSettings(Duration longest) {

    private static final String LONGEST = "fanfare.auth.token.longest";

    public static TokenSettings of(Settings settings) {
        return new TokenSettings(settings.optionalText(LONGEST)
                .map(set -> settings.duration(LONGEST))
                .orElse(null));
    }
}
