package org.fanfare.replay;

import java.util.UUID;
import org.fanfare.wire.WireTime;

/**
 * A job and how far it is.
 *
 * @param reason why it ended before its end, or why it does not go on just now; else left out
 * @param scanned how many deliveries, or events, were looked at
 * @param total how many there were to look at when the job was ordered
 * @param totalIsLeast whether there were more than were counted
 * @param done how many deliveries were opened, or dropped
 * @param skipped how many were left as they are
 */
public record JobView(
        UUID id,
        String kind,
        String owner,
        UUID subscription,
        UUID event,
        String since,
        String until,
        Integer rate,
        String state,
        String reason,
        int scanned,
        int total,
        boolean totalIsLeast,
        int done,
        int skipped,
        String createdAt,
        String startedAt,
        String finishedAt) {

    static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.kind().wireName(),
                job.owner().name(),
                job.subscriptionId(),
                job.eventId(),
                job.since().map(WireTime::write).orElse(null),
                WireTime.write(job.until()),
                job.rate(),
                job.state().wireName(),
                job.reason().orElse(null),
                job.scanned(),
                job.total().count(),
                job.total().isLeast(),
                job.done(),
                job.skipped(),
                WireTime.write(job.createdAt()),
                job.startedAt().map(WireTime::write).orElse(null),
                job.finishedAt().map(WireTime::write).orElse(null));
    }
}
