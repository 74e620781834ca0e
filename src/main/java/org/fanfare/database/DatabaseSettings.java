package org.fanfare.database;

import java.time.Duration;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * What the start does with the database.
 *
 * @param connectAttempts how often one that is not there yet is tried, 1 to 10 000
 * @param connectWait time between two tries
 * @param schemaMode what becomes of a schema that is not as this Fanfare needs it
 */
public record DatabaseSettings(int connectAttempts, Duration connectWait, SchemaMode schemaMode) {

    private static final String SCHEMA = "fanfare.schema";

    public static DatabaseSettings of(Settings settings) {
        // Read by whoever makes the pool; here only so that a wrong one is told on every server.
        settings.durationOrZero("fanfare.database.statement-timeout");
        return new DatabaseSettings(
                settings.number("fanfare.database.connect-attempts", 1, 10_000),
                settings.duration("fanfare.database.connect-wait"),
                schemaMode(settings.text(SCHEMA)));
    }

    private static SchemaMode schemaMode(String word) {
        return switch (word) {
            case "migrate" -> SchemaMode.MIGRATE;
            case "validate" -> SchemaMode.VALIDATE;
            default -> throw new WrongSetting(SCHEMA + " is '" + word + "', expected migrate or validate.");
        };
    }
}
