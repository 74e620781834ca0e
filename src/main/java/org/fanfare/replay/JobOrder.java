package org.fanfare.replay;

import java.time.Instant;
import java.util.UUID;
import org.fanfare.caller.Owner;

/**
 * What somebody asks of a job.
 *
 * @param ofAll whether it is about the deliveries of all owners; else those of its own only
 * @param subscriptionId whose deliveries it is about; null for those of an event to any
 * @param eventId the event it is about; null for those of a time
 * @param since the start of the time; null for no start
 * @param until its end
 * @param rate deliveries a second; null for what is usual
 */
record JobOrder(
        JobKind kind,
        Owner owner,
        boolean ofAll,
        UUID subscriptionId,
        UUID eventId,
        Instant since,
        Instant until,
        Integer rate) {}
