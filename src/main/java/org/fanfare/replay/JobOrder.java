package org.fanfare.replay;

import java.time.Instant;
import java.util.UUID;
import org.fanfare.caller.Owner;

/**
 * What somebody asks of a job.
 *
 * @param ofAllOwners whether an operator asked, who may have the deliveries of everybody in the tenant made anew; as he was known
 *     when he asked
 * @param subscriptionId whose deliveries it is about; null for those of an event to any
 * @param eventId the event it is about; null for those of a time
 * @param since the start of the time; null for no start
 * @param until its end
 * @param rate deliveries a second; null for what is usual
 */
record JobOrder(
        JobKind kind,
        Owner owner,
        boolean ofAllOwners,
        UUID subscriptionId,
        UUID eventId,
        Instant since,
        Instant until,
        Integer rate) {}
