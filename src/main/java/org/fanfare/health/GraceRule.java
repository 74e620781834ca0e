package org.fanfare.health;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.fanfare.subscription.DisabledBecause;

/**
 * Many failures in a row, and for long: a target that is down over a weekend or answers one wrong thing at times stays.
 *
 * @param most how many attempts may fail in a row
 * @param period for how long at the least they may
 */
record GraceRule(int most, Duration period) implements HealthRule {

    @Override
    public Finding judge(Counts counts, Failure latest, BooleanSupplier owesMore) {
        if (counts.failures() == 0) {
            return Finding.Plain.FINE;
        }
        Duration lasting = Duration.between(counts.firstFailureAt(), latest.at());
        String reason = "%d attempts in a row have failed, the first at %s; the last: %s"
                .formatted(counts.failures(), counts.firstFailureAt(), latest.summary());
        if (counts.failures() > most && lasting.compareTo(period) > 0) {
            return new Finding.Lost(DisabledBecause.FAILURES, reason);
        }
        double share = Math.min(
                (double) counts.failures() / (most + 1), (double) lasting.toMillis() / Math.max(1, period.toMillis()));
        return new Finding.Ailing((int) Math.max(0, Math.min(99, share * 100)), reason);
    }
}
