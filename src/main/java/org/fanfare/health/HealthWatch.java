package org.fanfare.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fanfare.delivery.AttemptMade;
import org.fanfare.delivery.DeliverySettled;
import org.fanfare.delivery.SuccessesRecorded;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.subscription.DisabledBecause;
import org.fanfare.subscription.Disablings;
import org.fanfare.subscription.SubscriptionChanged;

/** Looks at all that becomes of deliveries, in the transactions that record it. */
@ApplicationScoped
public class HealthWatch {

    /** What the policy service answers if it knows nothing of the user or of what he needs to have. */
    private static final int UNKNOWN = 404;

    @EJB
    private Healths healths;

    @EJB
    private Disablings disablings;

    private final KnownHealthy healthy = new KnownHealthy();

    /** One look at several, most of which have not failed. */
    void onSuccesses(@Observes SuccessesRecorded several) {
        Set<UUID> unknown = several.subscriptionIds().stream()
                .filter(id -> !healthy.contains(id, several.at()))
                .collect(Collectors.toSet());
        if (unknown.size() > 1) {
            unknown.removeAll(healths.failing(unknown));
            unknown.forEach(id -> healthy.add(id, several.at()));
        }
    }

    void onAttempt(@Observes AttemptMade attempt) {
        UUID id = attempt.subscriptionId();
        if (attempt.succeeded()) {
            succeeded(id, attempt.at());
            return;
        }
        healthy.remove(id);
        Failure failure = new Failure(attempt.summary(), attempt.answer(), attempt.at());
        healths.failed(id, failure, health -> health.attemptFailed(attempt.at()));
    }

    private void succeeded(UUID id, Instant at) {
        if (!healthy.contains(id, at)) {
            healths.recovered(id);
            healthy.add(id, at);
        }
    }

    void onSettled(@Observes DeliverySettled delivery) {
        UUID id = delivery.subscriptionId();
        if (delivery.state() == DeliveryState.FAILED) {
            healthy.remove(id);
            healths.failed(id, failure(delivery), SubscriptionHealth::deliveryFailed);
        } else if (delivery.policyStatus() != null && delivery.policyStatus() == UNKNOWN) {
            healths.failed(id, failure(delivery), SubscriptionHealth::preconditionFailed);
        }
        if (delivery.endsSubscription()) {
            disablings.disable(id, DisabledBecause.TARGET, delivery.reason(), null);
        }
    }

    private static Failure failure(DeliverySettled delivery) {
        return new Failure(delivery.reason(), "", delivery.at());
    }

    void onChange(@Observes SubscriptionChanged change) {
        healths.open(change.subscription());
    }
}
