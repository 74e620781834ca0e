package org.fanfare.routing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.fanfare.caller.CallerSettings;
import org.fanfare.delivery.DeliveryQueue;
import org.fanfare.delivery.Nudge;
import org.fanfare.delivery.Owed;
import org.fanfare.event.Event;
import org.fanfare.event.EventLog;
import org.fanfare.filter.EventFacts;

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

    @Inject
    private CallerSettings callers;

    @Inject
    private DeliveryQueue deliveryQueue;

    @Inject
    private EventQueue eventQueue;

    @Inject
    private MetricRegistry metrics;

    /** Routes an event, once: to route it again changes nothing. */
    void route(UUID eventId) {
        events.find(eventId).ifPresent(this::route);
    }

    private void route(Event event) {
        EventFacts facts = event.cloudEvent().facts();
        Matching matching = index.match(facts, owner -> event.mayBeKnownTo(owner, callers.operators()));
        List<Owed> owed = matching.owed().stream().map(one -> one.of(facts)).toList();
        List<Nudge> nudges = routings.record(event.id(), owed);
        deliveryQueue.send(nudges);
        metrics.counter("fanfare_events_matched").inc(nudges.size());
        matching.broken().forEach(broken -> note(event, broken));
    }

    private void note(Event event, Matching.Broken broken) {
        metrics.counter("fanfare_filter_faults").inc();
        LOG.log(
                Level.DEBUG,
                () -> "filter broke down event=%s subscription=%s in_row=%d reason=\"%s\""
                        .formatted(event.id(), broken.subscriptionId(), broken.faultsInRow(), broken.sentence()));
        breakdowns.record(broken).ifPresent(announcement -> {
            metrics.counter("fanfare_subscriptions_disabled").inc();
            eventQueue.send(List.of(announcement));
        });
    }
}
