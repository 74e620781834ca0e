package org.fanfare.explain;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fanfare.delivery.Delivery;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.event.Event;
import org.fanfare.filter.Account;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.Excerpt;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.Room;
import org.fanfare.filter.Trial;
import org.fanfare.history.DeliveryView;
import org.fanfare.history.Sight;
import org.fanfare.policy.PolicyAnswer;
import org.fanfare.routing.MatchingSettings;
import org.fanfare.subscription.Subscription;

/** Explains an event to the owners of subscriptions. Asks the policy, so it must not be called inside a transaction. */
@RequestScoped
public class Explanations {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** What an answer shows of the event's values for one subscription, alone or among many. */
    private static final int BYTES_ALONE = 65_536;

    private static final int VALUES_AMONG_MANY = 20;
    private static final int BYTES_AMONG_MANY = 4_096;

    @EJB
    private DeliveryArchive deliveries;

    @Inject
    private Clearance clearance;

    @Inject
    private MatchingSettings matching;

    @Inject
    private ExpressionSettings expressions;

    @Inject
    private Clock clock;

    /**
     * Explains the event to each of these subscriptions, in their order, until the time is up; to the first in any case.
     * They are the caller's own, unless he is an operator.
     */
    List<ExplanationView> of(Event event, List<Subscription> subscriptions) {
        Instant end = clock.instant().plus(LONGEST);
        Map<UUID, DeliveryView> made =
                deliveries(event, subscriptions.stream().map(Subscription::id).toList());
        boolean seesAll = clearance.ofCaller(event) == Sight.ALL;
        EventFacts facts = event.cloudEvent().facts();
        List<ExplanationView> explained = new ArrayList<>();
        for (Subscription subscription : subscriptions) {
            PolicyAnswer policy = clearance.policy(
                    subscription.owner(), subscription.deliveryOptions().permission(), event);
            DeliveryView delivery = made.get(subscription.id());
            if (seesAll || policy instanceof PolicyAnswer.Allowed) {
                Account account = account(subscription, facts, subscriptions.size() == 1);
                boolean mayKnow = clearance.mayKnow(subscription.owner(), event);
                explained.add(
                        ExplanationView.of(new Findings(subscription, event, mayKnow, account, policy, delivery)));
            } else {
                explained.add(ExplanationView.withheld(subscription, policy, delivery));
            }
            if (clock.instant().isAfter(end)) {
                break;
            }
        }
        return explained;
    }

    private Account account(Subscription subscription, EventFacts facts, boolean alone) {
        Room room = alone ? new Room(Excerpt.MOST, BYTES_ALONE) : new Room(VALUES_AMONG_MANY, BYTES_AMONG_MANY);
        return new Trial(subscription.filter(expressions.forStored()))
                .explain(facts, () -> matching.full(facts.document()), room);
    }

    private Map<UUID, DeliveryView> deliveries(Event event, List<UUID> subscriptions) {
        List<Delivery> made = deliveries.ofEvent(event.id(), subscriptions);
        List<UUID> ids = made.stream().map(Delivery::id).toList();
        return DeliveryView.of(made, deliveries.attemptsOf(ids)).stream()
                .collect(Collectors.toMap(DeliveryView::subscription, delivery -> delivery));
    }
}
