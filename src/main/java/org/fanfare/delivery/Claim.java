package org.fanfare.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;

/**
 * A delivery in the hands of one worker, until its lease ends.
 *
 * @param version the fencing number: the worker's record is taken only while the row still has it
 * @param attempts how many attempts were made before
 * @param roundStart how many of them before the delivery was last opened
 * @param postponements how often in a row it was put off before
 * @param failure what it says of the delivery that failed, if it is a dead letter; else null
 * @param orderKey those of one subscription with the same key are attempted one after the other; null for none
 * @param leaseEnd when somebody else may take it
 */
record Claim(
        UUID deliveryId,
        UUID eventId,
        UUID subscriptionId,
        Owner owner,
        int version,
        int attempts,
        int roundStart,
        int postponements,
        Failure failure,
        String orderKey,
        Instant leaseEnd) {

    /** How many attempts of the schedule are used up once another is made. */
    int nextAttemptOfRound() {
        return attempts + 1 - roundStart;
    }

    /** The claim that the delivery is held under once an attempt is recorded after which it is not let go. */
    Claim afterAttempt(Instant nextLeaseEnd) {
        return new Claim(
                deliveryId,
                eventId,
                subscriptionId,
                owner,
                version + 1,
                attempts + 1,
                roundStart,
                0,
                failure,
                orderKey,
                nextLeaseEnd);
    }

    /** Where it goes; empty if it is to go nowhere any more. */
    Optional<Recipient> recipient(Recipients recipients) {
        return failure == null
                ? recipients.find(subscriptionId)
                : recipients.deadLetters(subscriptionId).map(target -> target.with(failure.extensions()));
    }

    /** Those with the same wait for room together: dead letters go to another target than the rest. */
    UUID lane() {
        return failure == null
                ? subscriptionId
                : new UUID(subscriptionId.getMostSignificantBits(), ~subscriptionId.getLeastSignificantBits());
    }
}
