package org.fanfare.routing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fanfare.delivery.Deliveries;
import org.fanfare.delivery.Delivery;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.delivery.Nudge;
import org.fanfare.delivery.Owed;
import org.fanfare.delivery.Rounds;
import org.fanfare.event.EventArchive;

/** Opens in one commit the deliveries that follow from routing an event once more. */
@Stateless
public class Reroutings {

    @EJB
    private EventArchive events;

    @EJB
    private Deliveries deliveries;

    @EJB
    private DeliveryArchive archive;

    @EJB
    private Rounds rounds;

    /**
     * Those that are there begin a new round, the others are made. Of an event that is not routed yet routing itself opens
     * them: it would break on one that is there.
     */
    public Rerouted record(UUID eventId, List<Owed> owed) {
        if (events.routed(Set.of(eventId)).isEmpty()) {
            return Rerouted.notYet();
        }
        Map<UUID, Delivery> made = archive
                .ofEvent(eventId, owed.stream().map(Owed::subscriptionId).toList())
                .stream()
                .collect(Collectors.toMap(Delivery::subscriptionId, Function.identity()));
        List<Owed> missing = owed.stream()
                .filter(one -> !made.containsKey(one.subscriptionId()))
                .toList();
        List<Nudge> nudges = new ArrayList<>(deliveries.open(Map.of(eventId, missing)));
        List<Nudge> reopened = made.values().stream()
                .map(rounds::reopen)
                .flatMap(Optional::stream)
                .toList();
        nudges.addAll(reopened);
        return new Rerouted(true, missing.size(), reopened.size(), made.size() - reopened.size(), nudges);
    }
}
