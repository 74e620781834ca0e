package org.fanfare.delivery;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import org.fanfare.wire.JsonMembers;

/**
 * Of how many settled deliveries of a subscription, the newest, the attempts are kept in full.
 *
 * @param ownLength empty for that of all subscriptions
 */
public record AttemptHistory(Optional<Integer> ownLength) {

    /** The members it is written as. */
    public static final Set<String> MEMBERS = Set.of("history");

    /** As long as that of all subscriptions. */
    public static final AttemptHistory STANDARD = new AttemptHistory(Optional.empty());

    static final int MOST = 1000;

    /** Reads it; what is wrong is noted as a fault of its member. */
    public static AttemptHistory read(JsonMembers members) {
        JsonValue value = members.value("history");
        if (value instanceof JsonNumber number && number.isIntegral() && isLength(number.doubleValue())) {
            return new AttemptHistory(Optional.of(number.intValue()));
        }
        if (value != null && value != JsonValue.NULL) {
            members.fault("history", "history must be a whole number from 1 to " + MOST + ".");
        }
        return STANDARD;
    }

    private static boolean isLength(double number) {
        return number >= 1 && number <= MOST;
    }
}
