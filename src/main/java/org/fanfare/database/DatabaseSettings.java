package org.fanfare.database;

import java.time.Duration;
import org.fanfare.settings.Settings;

/**
 * How the start waits for a database that is not there yet.
 *
 * @param connectAttempts how often it is tried, 1 to 10 000
 * @param connectWait time between two tries
 */
public record DatabaseSettings(int connectAttempts, Duration connectWait) {

    public static DatabaseSettings of(Settings settings) {
        return new DatabaseSettings(
                settings.number("fanfare.database.connect-attempts", 1, 10_000),
                settings.duration("fanfare.database.connect-wait"));
    }
}
