package org.fanfare.routing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.fanfare.event.EventLog;

/** Nudges events that were accepted but not routed in time, because their nudge or the router was lost. */
@ApplicationScoped
public class DueEvents {

    private static final int AT_ONCE = 500;

    @EJB
    private EventLog events;

    @Inject
    private EventQueue queue;

    /** Nudges what is due now, as far as the workers keep up. Run it about once a second. */
    public void nudge() {
        List<UUID> due;
        do {
            due = queue.isBusy() ? List.of() : events.claimUnrouted(AT_ONCE);
            queue.send(due);
        } while (due.size() == AT_ONCE);
    }
}
