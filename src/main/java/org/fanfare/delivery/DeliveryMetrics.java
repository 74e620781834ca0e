package org.fanfare.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Outcome;

/** Counts what becomes of deliveries, and how long an event takes from its acceptance to its delivery. */
@ApplicationScoped
public class DeliveryMetrics {

    private static final Metadata LATENCY = Metadata.builder()
            .withName("fanfare_delivery_latency_ms")
            .withDescription("Milliseconds from the acceptance of an event to the end of the attempt that delivered it")
            .build();

    @Inject
    private MetricRegistry registry;

    @Inject
    private Clock clock;

    /** All counters are there from the start, so that a zero is a zero and not a gap. */
    void onStart(@Observes Startup start) {
        for (DeliveryState state : DeliveryState.values()) {
            if (state.isSettled()) {
                registry.counter("fanfare_deliveries_" + state.wireName());
            }
        }
        registry.counter("fanfare_deliveries_retried");
        registry.counter("fanfare_deliveries_postponed");
        registry.counter("fanfare_deliveries_held");
        registry.histogram(LATENCY);
    }

    /** @param acceptedAt when the event was accepted; null where it does not matter */
    void count(Outcome outcome, Instant acceptedAt) {
        if (outcome instanceof Outcome.Settled) {
            registry.counter("fanfare_deliveries_" + outcome.state().wireName()).inc();
        } else if (outcome instanceof Outcome.Held) {
            registry.counter("fanfare_deliveries_held").inc();
        } else if (outcome instanceof Outcome.Retry) {
            registry.counter("fanfare_deliveries_retried").inc();
        } else {
            registry.counter("fanfare_deliveries_postponed").inc();
        }
        if (outcome.state() == DeliveryState.DELIVERED && acceptedAt != null) {
            registry.histogram(LATENCY)
                    .update(Duration.between(acceptedAt, clock.instant()).toMillis());
        }
    }
}
