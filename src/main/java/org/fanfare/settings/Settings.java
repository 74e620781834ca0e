package org.fanfare.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the typed values behind the {@code fanfare.*} configuration keys, all of which stand with their defaults in
 * {@code META-INF/microprofile-config.properties}. A value of the wrong form is a {@link WrongSetting}.
 */
public class Settings {

    private final Function<String, Optional<String>> source;

    /** @param source gives the text of a key, or nothing where the key is absent or empty */
    public Settings(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** The settings as MicroProfile Config has them. */
    public static Settings configured() {
        return new Settings(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
    }

    public String text(String key) {
        return optionalText(key).orElseThrow(() -> new WrongSetting(key + " is not set."));
    }

    public Optional<String> optionalText(String key) {
        return source.apply(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The comma-separated texts of a key; none where it is absent. */
    public List<String> texts(String key) {
        return optionalText(key)
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** A whole number from {@code least} to {@code most}. */
    public int number(String key, int least, int most) {
        String text = text(key);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, as for a number out of range
        }
        throw wrong(key, text, "a whole number from " + least + " to " + most);
    }

    /** {@link #number}, where the key is set. */
    public Optional<Integer> optionalNumber(String key, int least, int most) {
        return optionalText(key).map(set -> number(key, least, most));
    }

    /** A number above 0, whole or not; none where the key is absent. */
    public Optional<Double> positive(String key) {
        return optionalText(key).map(text -> {
            try {
                double number = Double.parseDouble(text);
                if (number > 0 && Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // told below, as for a number out of range
            }
            throw wrong(key, text, "a number above 0 such as 10 or 0.5");
        });
    }

    public boolean flag(String key) {
        String text = text(key);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key, text, "true or false");
        };
    }

    /** A positive ISO-8601 duration such as {@code PT30S} or {@code P30D}. */
    public Duration duration(String key) {
        return duration(key, text(key));
    }

    /** An ISO-8601 duration that may be zero, {@code PT0S}. */
    public Duration durationOrZero(String key) {
        String text = text(key);
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException malformed) {
            // told below, as for a negative duration
        }
        throw wrong(key, text, "an ISO-8601 duration such as PT30S, or PT0S");
    }

    /** Comma-separated positive ISO-8601 durations, at least one. */
    public List<Duration> durations(String key) {
        List<Duration> durations =
                texts(key).stream().map(text -> duration(key, text)).toList();
        if (durations.isEmpty()) {
            throw new WrongSetting(key + " is empty, expected ISO-8601 durations such as PT5S,PT30S.");
        }
        return durations;
    }

    /** An absolute http or https URL. */
    public Optional<URI> url(String key) {
        return optionalText(key).map(text -> {
            try {
                URI uri = new URI(text);
                if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                    return uri;
                }
            } catch (URISyntaxException malformed) {
                // told below, as for another scheme
            }
            throw wrong(key, text, "an absolute http or https URL");
        });
    }

    private static Duration duration(String key, String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException malformed) {
            // told below, as for a duration that is not positive
        }
        throw wrong(key, text, "a positive ISO-8601 duration such as PT30S");
    }

    private static WrongSetting wrong(String key, String text, String expected) {
        return new WrongSetting(key + " is '" + text + "', expected " + expected + ".");
    }
}
