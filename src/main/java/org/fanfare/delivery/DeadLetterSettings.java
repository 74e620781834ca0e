package org.fanfare.delivery;

import org.fanfare.settings.Settings;

/**
 * What becomes of failed deliveries.
 *
 * @param queue whether a copy of each is put on the queue {@code fanfare.deadletters}
 */
public record DeadLetterSettings(boolean queue) {

    public static DeadLetterSettings of(Settings settings) {
        return new DeadLetterSettings(settings.flag("fanfare.deadletters.queue"));
    }
}
