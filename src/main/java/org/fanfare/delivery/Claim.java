package org.fanfare.delivery;

import java.util.UUID;

/**
 * A delivery in the hands of one worker, until its lease ends.
 *
 * @param version the fencing number: the worker's record is taken only while the row still has it
 * @param attempts how many attempts were made before
 * @param roundStart how many of them before the delivery was last opened
 * @param postponements how often in a row it was put off before
 * @param failure what it says of the delivery that failed, if it is a dead letter; else null
 */
record Claim(
        UUID deliveryId,
        UUID eventId,
        UUID subscriptionId,
        String owner,
        int version,
        int attempts,
        int roundStart,
        int postponements,
        Failure failure) {

    /** How many attempts of the schedule are used up once another is made. */
    int nextAttemptOfRound() {
        return attempts + 1 - roundStart;
    }
}
