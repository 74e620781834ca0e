package org.fanfare.delivery;

import java.util.UUID;

/**
 * A delivery in the hands of one worker, until its lease ends.
 *
 * @param version the fencing number: the worker's record is taken only while the row still has it
 * @param attempts how many attempts were made before
 * @param postponements how often in a row it was put off before
 */
record Claim(
        UUID deliveryId,
        UUID eventId,
        UUID subscriptionId,
        String owner,
        int version,
        int attempts,
        int postponements) {}
