package org.fanfare.routing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.delivery.Deliveries;
import org.fanfare.delivery.Nudge;
import org.fanfare.delivery.Owed;
import org.fanfare.event.EventLog;

/** Records in one commit that an event is routed, and what follows from it. */
@Stateless
public class Routings {

    @EJB
    private EventLog events;

    @EJB
    private Deliveries deliveries;

    /** Opens the deliveries and marks the event; empty if it had been routed before, else the nudges. */
    public Optional<List<Nudge>> record(UUID eventId, List<Owed> owed) {
        return events.markRouted(List.of(eventId)).isEmpty()
                ? Optional.empty()
                : Optional.of(deliveries.open(eventId, owed));
    }
}
