package org.fanfare.delivery;

import java.util.Set;
import org.fanfare.wire.JsonMembers;

/**
 * What becomes of the failed deliveries of one subscription.
 *
 * @param target where their events go; null for nowhere. Whether it may be a target is judged by whoever stores it
 */
public record DeadLetterOptions(String target) {

    /** The members it is written as. */
    public static final Set<String> MEMBERS = Set.of("deadletter");

    /** Reads them; what is wrong is noted as a fault of its member. */
    public static DeadLetterOptions read(JsonMembers members) {
        return new DeadLetterOptions(members.isNull("deadletter") ? null : members.text("deadletter"));
    }
}
