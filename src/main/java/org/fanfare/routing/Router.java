package org.fanfare.routing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Finds whom events concern, and opens a delivery for each. */
@ApplicationScoped
public class Router {

    private static final Logger LOG = System.getLogger(Router.class.getName());

    private static final int MOST_OWED_AT_ONCE = 1000;

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

    /** An event, and whom it concerns. */
    private record Matched(Event event, Matching matching) {

        @Override
        public String toString() {
            return event.id().toString();
        }
    }

    /** Routes events, each once: to route one again changes nothing. How far one holds up the others: {@link Company}. */
    void route(List<UUID> eventIds) {
        Company company = new Company(eventIds.size());
        List<Matched> matched = company.each(eventIds, this::match).stream()
                .flatMap(Optional::stream)
                .toList();
        for (List<Matched> part : parts(matched)) {
            company.forEach(company.together(part, this::record), this::releaseEnabled);
        }
        company.forEach(matched, this::note);
    }

    /** As many at once as owe no more deliveries than that, so that several that concern thousands fill no memory. */
    private static List<List<Matched>> parts(List<Matched> matched) {
        List<List<Matched>> parts = new ArrayList<>();
        int owed = MOST_OWED_AT_ONCE;
        for (Matched one : matched) {
            owed += one.matching().owed().size();
            if (owed >= MOST_OWED_AT_ONCE) {
                parts.add(new ArrayList<>());
                owed = one.matching().owed().size();
            }
            parts.get(parts.size() - 1).add(one);
        }
        return parts;
    }

    private Optional<Matched> match(UUID eventId) {
        return events.find(eventId).map(event -> new Matched(event, match(event)));
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

    /** Opens the deliveries in one commit, and nudges them; gives the events that were not routed before. */
    private List<Matched> record(List<Matched> events) {
        Map<UUID, List<Owed>> owed = new LinkedHashMap<>();
        events.forEach(one -> owed.put(one.event().id(), one.matching().owed()));
        Routed routed = routings.record(owed);
        deliveryQueue.send(routed.nudges());
        List<Matched> first = events.stream()
                .filter(one -> routed.events().contains(one.event().id()))
                .toList();
        metrics.counter("fanfare_events_matched")
                .inc(first.stream()
                        .mapToInt(one -> one.matching().owed().size())
                        .sum());
        return first;
    }

    /** A subscription may have been enabled after it was matched: nobody would expect the delivery to be held then. */
    private void releaseEnabled(Matched routed) {
        List<UUID> disabled = routed.matching().owed().stream()
                .filter(one -> one.held() != null)
                .map(Owed::subscriptionId)
                .toList();
        if (disabled.isEmpty()) {
            return;
        }
        metrics.counter("fanfare_deliveries_held").inc(disabled.size());
        Set<UUID> enabled = subscriptions.liveAmong(disabled);
        if (!enabled.isEmpty()) {
            deliveryQueue.send(held.release(routed.event().id(), enabled));
        }
    }

    /** Notes the filters that broke down. */
    private void note(Matched matched) {
        matched.matching().broken().forEach(broken -> note(matched.event(), broken));
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
