package org.fanfare.destination;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * What the operator says about where deliveries may go.
 *
 * @param allow places that may be reached although their addresses are special ({@code fanfare.destination.allow})
 * @param deny places that may not be reached, whatever else is said ({@code fanfare.destination.deny})
 * @param httpsOnly whether plain {@code http} is refused ({@code fanfare.destination.https-only})
 * @param resolveOnSave whether a target's host must be known to the name server when it is saved
 *     ({@code fanfare.destination.resolve-on-save})
 * @param remembered how long answers of name servers and extensions about a target are used again when it is checked
 *     ({@code fanfare.destination.remember}); a connection never uses an old one
 */
public record DestinationSettings(
        List<Place> allow, List<Place> deny, boolean httpsOnly, boolean resolveOnSave, Duration remembered) {

    private static final Duration SHORT = Duration.ofSeconds(30);

    /** Configuration key of the places that may be reached although special. */
    public static final String ALLOW = "fanfare.destination.allow";

    /** Configuration key of the places that may not be reached. */
    public static final String DENY = "fanfare.destination.deny";

    /** Configuration key of the switch that refuses plain {@code http}. */
    public static final String HTTPS_ONLY = "fanfare.destination.https-only";

    public DestinationSettings {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }

    /** Public addresses only, over http and https. */
    public static DestinationSettings defaults() {
        return new DestinationSettings(List.of(), List.of(), false, false, SHORT);
    }

    /** The configured settings. */
    public static DestinationSettings of(Settings settings) {
        return new DestinationSettings(
                places(ALLOW, settings.optionalText(ALLOW).orElse("")),
                places(DENY, settings.optionalText(DENY).orElse("")),
                flag(HTTPS_ONLY, settings.text(HTTPS_ONLY)),
                settings.flag("fanfare.destination.resolve-on-save"),
                settings.duration("fanfare.destination.remember"));
    }

    /**
     * Reads the rules of the house alone; a missing or blank value is the default.
     *
     * @throws WrongSetting with a sentence that begins with the key whose value is wrong
     */
    public static DestinationSettings parse(String allow, String deny, String httpsOnly) {
        return new DestinationSettings(
                places(ALLOW, allow), places(DENY, deny), flag(HTTPS_ONLY, httpsOnly), false, SHORT);
    }

    private static List<Place> places(String key, String value) {
        if (value == null) {
            return List.of();
        }
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> place(key, entry))
                .toList();
    }

    private static Place place(String key, String entry) {
        try {
            return Place.parse(entry);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(key + ": " + e.getMessage() + ".");
        }
    }

    private static boolean flag(String key, String value) {
        String word = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw new WrongSetting(key + ": '" + value + "' is neither true nor false.");
        };
    }
}
