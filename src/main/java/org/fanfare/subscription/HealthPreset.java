package org.fanfare.subscription;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By which rule a subscription wants to be disabled when its deliveries fail; the health feature has the rules. */
public enum HealthPreset {
    /** After many failures in a row, if that has lasted for long. */
    GRACE,
    /** At the first failure, as the Pacifica service does. */
    PACIFICA,
    /** After 50 deliveries that were given up, or about whose owner the policy service knew nothing, as nti.webhooks does. */
    NTI,
    /** Never, unless the target asks for it. */
    NEVER;

    /** The preset of that wire name. */
    public static Optional<HealthPreset> named(String wireName) {
        return Arrays.stream(values())
                .filter(preset -> preset.wireName().equals(wireName))
                .findFirst();
    }

    public static List<String> wireNames() {
        return Arrays.stream(values()).map(HealthPreset::wireName).toList();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
