package org.fanfare.routing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fanfare.caller.CallerSettings;
import org.fanfare.delivery.DeliveryQueue;
import org.fanfare.delivery.HeldDeliveries;
import org.fanfare.delivery.Owed;
import org.fanfare.event.Event;
import org.fanfare.event.EventLog;
import org.fanfare.filter.EventFacts;
import org.fanfare.metrics.Metrics;
import org.fanfare.subscription.MatchedSubscriptions;

/** Finds who an event concerns, and opens a delivery for each. */
@ApplicationScoped
public class Router {

    private static final Logger LOG = System.getLogger(Router.class.getName());

    @EJB
    private EventLog events;

    @Inject
    private SubscriptionIndex index;

    @EJB
    private Routings routings;

    @EJB
    private Breakdowns breakdowns;

    @EJB
    private MatchedSubscriptions subscriptions;

    @EJB
    private HeldDeliveries held;

    @Inject
    private CallerSettings callers;

    @Inject
    private DeliveryQueue deliveryQueue;

    @Inject
    private Metrics metrics;

    /** Routes an event, once: to route it again changes nothing. */
    void route(UUID eventId) {
        events.find(eventId).ifPresent(this::route);
    }

    /** Whom the event concerns now. */
    Matching match(Event event) {
        EventFacts facts = event.cloudEvent().facts();
        Matching matching = index.match(event.tenant(), facts, owner -> event.mayBeKnownTo(owner, callers::isOperator));
        // What Fanfare says of a subscription must not make that one itself fail or succeed.
        List<Owed> owed = matching.owed().stream()
                .filter(one -> !event.isAbout(one.subscriptionId()))
                .map(one -> one.of(facts))
                .toList();
        return new Matching(owed, matching.broken());
    }

    private void route(Event event) {
        Matching matching = match(event);
        List<Owed> owed = matching.owed();
        routings.record(event.id(), owed).ifPresent(nudges -> {
            deliveryQueue.send(nudges);
            metrics.counter("fanfare_events_matched").inc(owed.size());
            releaseEnabled(event, owed);
        });
        matching.broken().forEach(broken -> note(event, broken));
    }

    /** A subscription may have been enabled after it was matched: nobody would expect the delivery to be held then. */
    private void releaseEnabled(Event event, List<Owed> owed) {
        List<UUID> disabled = owed.stream()
                .filter(one -> one.held() != null)
                .map(Owed::subscriptionId)
                .toList();
        if (disabled.isEmpty()) {
            return;
        }
        metrics.counter("fanfare_deliveries_held").inc(disabled.size());
        Set<UUID> enabled = subscriptions.liveAmong(disabled);
        if (!enabled.isEmpty()) {
            deliveryQueue.send(held.release(event.id(), enabled));
        }
    }

    private void note(Event event, Matching.Broken broken) {
        metrics.counter("fanfare_filter_faults").inc();
        LOG.log(
                Level.DEBUG,
                () -> "filter broke down event=%s subscription=%s in_row=%d reason=\"%s\""
                        .formatted(event.id(), broken.subscriptionId(), broken.faultsInRow(), broken.sentence()));
        breakdowns.record(broken);
    }
}
