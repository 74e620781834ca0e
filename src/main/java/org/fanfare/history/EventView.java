package org.fanfare.history;

import java.util.UUID;
import org.fanfare.event.CloudEvent;
import org.fanfare.event.Event;
import org.fanfare.wire.WireTime;

/**
 * An event in a list.
 *
 * @param id the tracking id
 * @param eventId the CloudEvent's own id
 * @param receivedAt UTC, as on the Pacifica wire
 */
public record EventView(
        UUID id,
        String specversion,
        String source,
        String eventId,
        String type,
        String time,
        String receivedAt,
        String submittedBy) {

    public static EventView of(Event event) {
        CloudEvent content = event.cloudEvent();
        return new EventView(
                event.id(),
                content.specVersion().text(),
                content.source(),
                content.id(),
                content.type(),
                content.time().orElse(null),
                WireTime.write(event.receivedAt()),
                event.submittedBy().name());
    }
}
