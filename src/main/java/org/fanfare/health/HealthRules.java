package org.fanfare.health;

import org.fanfare.subscription.DisabledBecause;
import org.fanfare.subscription.HealthPreset;

/** The rule behind each preset. */
record HealthRules(HealthSettings settings) {

    /** As the Pacifica service does (pacifica.md, 4): the error is what the target answered, or why it did not. */
    private static final HealthRule PACIFICA = (counts, latest, owesMore) -> counts.failures() == 0
            ? Finding.Plain.FINE
            : new Finding.Lost(
                    DisabledBecause.FAILURES, latest.answer().isBlank() ? latest.summary() : latest.answer());

    private static final HealthRule NEVER = (counts, latest, owesMore) -> Finding.Plain.FINE;

    HealthRule of(HealthPreset preset) {
        return switch (preset) {
            case GRACE -> new GraceRule(settings.graceFailures(), settings.gracePeriod());
            case PACIFICA -> PACIFICA;
            case NTI -> new NtiRule();
            case NEVER -> NEVER;
        };
    }
}
