package org.fanfare.routing;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.delivery.DeliveryQueue;
import org.fanfare.delivery.Owed;
import org.fanfare.event.EventArchive;

/** Routes events once more, on somebody's order: to all who match and are enabled now, whatever became of it before. */
@ApplicationScoped
public class Rerouter {

    @EJB
    private EventArchive events;

    @EJB
    private Reroutings reroutings;

    @Inject
    private Router router;

    @Inject
    private DeliveryQueue queue;

    /** Empty if the tenant has no such event. */
    public Optional<Rerouted> again(String tenant, UUID eventId) {
        return events.load(tenant, List.of(eventId)).stream().findFirst().map(event -> {
            List<Owed> live = router.match(event).owed().stream()
                    .filter(owed -> owed.held() == null)
                    .toList();
            Rerouted done = record(eventId, live);
            queue.send(done.nudges());
            return done;
        });
    }

    /** If somebody else has just opened one of the same deliveries, it is there at the second try. */
    private Rerouted record(UUID eventId, List<Owed> live) {
        try {
            return reroutings.record(eventId, live);
        } catch (EJBException lostTheRace) {
            return reroutings.record(eventId, live);
        }
    }
}
