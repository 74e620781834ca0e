package org.fanfare.delivery;

import java.time.Instant;
import java.util.UUID;
import org.fanfare.caller.Owner;

/**
 * That an attempt was recorded: a CDI event, fired inside the transaction that records it, so that an observer's work is
 * done exactly if the record is. Observers must not wait for anything but the database.
 *
 * @param number 1 for the first attempt of the delivery
 * @param succeeded whether the target has the event
 * @param summary what came of it in a few words
 * @param answer the start of the body that the target answered, or why it did not answer; may be empty
 */
public record AttemptMade(
        UUID deliveryId,
        UUID eventId,
        UUID subscriptionId,
        Owner owner,
        int number,
        boolean succeeded,
        String summary,
        String answer,
        Instant at) {}
