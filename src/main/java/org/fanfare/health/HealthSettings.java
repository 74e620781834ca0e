package org.fanfare.health;

import java.time.Duration;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;
import org.fanfare.subscription.HealthPreset;

/**
 * When subscriptions are disabled.
 *
 * @param standard the rule of those that do not name one
 * @param graceFailures how many attempts may fail in a row by the rule {@code grace}
 * @param gracePeriod for how long at the least they may
 */
public record HealthSettings(HealthPreset standard, int graceFailures, Duration gracePeriod) {

    private static final String STANDARD = "fanfare.health.default";

    public static HealthSettings of(Settings settings) {
        String name = settings.text(STANDARD);
        return new HealthSettings(
                HealthPreset.named(name)
                        .orElseThrow(() -> new WrongSetting(STANDARD + " is '" + name + "', expected one of "
                                + String.join(", ", HealthPreset.wireNames()) + ".")),
                settings.number("fanfare.health.grace.failures", 1, 1_000_000),
                settings.duration("fanfare.health.grace.period"));
    }
}
