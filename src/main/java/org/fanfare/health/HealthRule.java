package org.fanfare.health;

import java.util.function.BooleanSupplier;

/** Decides, from what has failed, whether a subscription is to be disabled. Pure. */
interface HealthRule {

    /**
     * What follows once something has failed.
     *
     * @param owesMore whether deliveries are still under way; costs a query, so it is asked last
     */
    Finding judge(Counts counts, Failure latest, BooleanSupplier owesMore);
}
