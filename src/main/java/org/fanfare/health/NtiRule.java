package org.fanfare.health;

import java.util.function.BooleanSupplier;
import org.fanfare.subscription.DisabledBecause;

/** As nti.webhooks has it (nti-webhooks.md, 2.3): nothing but failures among the last deliveries. */
record NtiRule() implements HealthRule {

    static final int MOST = 50;

    @Override
    public Finding judge(Counts counts, Failure latest, BooleanSupplier owesMore) {
        if (counts.preconditions() >= MOST) {
            return new Finding.Lost(
                    DisabledBecause.PRECONDITIONS,
                    "Deliveries are suspended: the policy service knew nothing of the owner or the permission %d times; the last: %s"
                            .formatted(counts.preconditions(), latest.summary()));
        }
        if (counts.failedDeliveries() == 0) {
            return Finding.Plain.FINE;
        }
        String reason = "the last %d deliveries all failed; the last: %s"
                .formatted(counts.failedDeliveries(), latest.summary());
        if (counts.failedDeliveries() >= MOST && !owesMore.getAsBoolean()) {
            return new Finding.Lost(DisabledBecause.FAILURES, "Deliveries are suspended: " + reason);
        }
        return new Finding.Ailing((int) Math.min(99, counts.failedDeliveries() * 100L / MOST), reason);
    }
}
