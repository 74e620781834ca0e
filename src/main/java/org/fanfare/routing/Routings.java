package org.fanfare.routing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fanfare.delivery.Deliveries;
import org.fanfare.delivery.Owed;
import org.fanfare.event.EventLog;

/** Records in one commit that events are routed, and what follows from it. */
@Stateless
public class Routings {

    @EJB
    private EventLog events;

    @EJB
    private Deliveries deliveries;

    /** Marks the events and opens the deliveries of those that had not been routed before. */
    public Routed record(Map<UUID, List<Owed>> owed) {
        Set<UUID> marked = events.markRouted(owed.keySet());
        Map<UUID, List<Owed>> due = new LinkedHashMap<>(owed);
        due.keySet().retainAll(marked);
        due.forEach((id, recipients) -> events.expect(
                id, (int) recipients.stream().filter(one -> one.held() == null).count()));
        return new Routed(marked, deliveries.open(due));
    }
}
