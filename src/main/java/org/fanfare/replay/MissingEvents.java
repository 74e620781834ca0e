package org.fanfare.replay;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fanfare.caller.CallerSettings;
import org.fanfare.delivery.Delivery;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.delivery.Owed;
import org.fanfare.event.Event;
import org.fanfare.event.EventArchive;
import org.fanfare.event.EventArchive.Entry;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.Trial;
import org.fanfare.filter.Verdict;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.policy.Policy;
import org.fanfare.policy.PolicyAnswer;
import org.fanfare.routing.MatchingSettings;
import org.fanfare.subscription.Subscription;
import org.fanfare.traffic.Ordering;

/**
 * Looks for events that a subscription matches now and that were not delivered to it, the oldest first. Asks the policy,
 * so it must not be called inside a transaction.
 */
@ApplicationScoped
public class MissingEvents {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int EVENTS_AT_ONCE = 100;
    private static final long BYTES_AT_ONCE = 4L << 20;

    @EJB
    private EventArchive events;

    @EJB
    private DeliveryArchive deliveries;

    @Inject
    private Policy policy;

    @Inject
    private CallerSettings callers;

    @Inject
    private MatchingSettings matching;

    @Inject
    private ExpressionSettings expressions;

    @Inject
    private Clock clock;

    /** What a look that is worth one step of the job finds. */
    Missing after(Job job, Subscription subscription, int most) {
        Instant end = clock.instant().plus(LONGEST);
        Trial trial = new Trial(subscription.filter(expressions.forStored()));
        List<Entry> entries = events.oldestAfter(job.eventsLeft(), EVENTS_AT_ONCE);
        List<UUID> ids = fitting(entries);
        Map<UUID, Event> loaded = events.load(ids).stream().collect(Collectors.toMap(Event::id, Function.identity()));
        Map<UUID, Delivery> made = deliveries.ofSubscription(subscription.id(), ids);
        Missing found = new Missing();
        int next = 0;
        while (next < ids.size()
                && found.wanted().size() < most
                && clock.instant().isBefore(end)) {
            UUID id = ids.get(next);
            Event event = loaded.get(id);
            if (event != null && matches(trial, subscription, event)) {
                take(subscription, event, made.get(id), found);
            }
            if (found.isStopped()) {
                return found;
            }
            found.at(id);
            next++;
        }
        if (next == entries.size() && entries.size() < EVENTS_AT_ONCE) {
            found.complete();
        }
        return found;
    }

    /** So many as may be loaded together: at least one. */
    private static List<UUID> fitting(List<Entry> entries) {
        int to = 0;
        long bytes = 0;
        while (to < entries.size() && (to == 0 || bytes + entries.get(to).bytes() <= BYTES_AT_ONCE)) {
            bytes += entries.get(to++).bytes();
        }
        return entries.subList(0, to).stream().map(Entry::id).toList();
    }

    private boolean matches(Trial trial, Subscription subscription, Event event) {
        if (!event.mayBeKnownTo(subscription.owner(), callers::isOperator)) {
            return false;
        }
        EventFacts facts = event.cloudEvent().facts();
        return trial.verdict(facts, matching.full(facts.document())) == Verdict.Plain.MATCH;
    }

    private void take(Subscription subscription, Event event, Delivery made, Missing found) {
        if (made != null && made.state() == DeliveryState.DELIVERED) {
            found.skip();
            return;
        }
        if (made != null && made.state() == DeliveryState.PENDING) {
            return;
        }
        PolicyAnswer answer =
                policy.ask(subscription.owner(), subscription.deliveryOptions().permission(), event);
        if (answer instanceof PolicyAnswer.Unavailable) {
            found.stop(answer.summary());
        } else if (answer instanceof PolicyAnswer.Allowed) {
            String held = subscription.holdReason().orElse(null);
            Ordering ordering = subscription.deliveryOptions().ordering();
            Owed owed = new Owed(subscription.id(), subscription.owner(), ordering, null, held);
            found.want(event.id(), owed.of(event.cloudEvent().facts()));
        }
    }
}
