package org.fanfare.delivery;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.fanfare.metrics.Metrics;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Outcome;

/** Counts what becomes of deliveries, and how long an event takes from its acceptance to its delivery. */
@ApplicationScoped
public class DeliveryMetrics {

    /** From what an idle node takes to the longest waits of the usual schedule of retries. */
    private static final double[] LATENCIES = {
        5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 3_600_000, 86_400_000
    };

    @Inject
    private Metrics metrics;

    @Inject
    private Clock clock;

    private DistributionDataPoint latency;

    /** All counters are there from the start, so that a zero is a zero and not a gap. */
    void onStart(@Observes Startup start) {
        for (DeliveryState state : DeliveryState.values()) {
            if (state.isSettled()) {
                metrics.counter("fanfare_deliveries_" + state.wireName());
            }
        }
        metrics.counter("fanfare_deliveries_retried");
        metrics.counter("fanfare_deliveries_postponed");
        metrics.counter("fanfare_deliveries_held");
        latency = metrics.histogram(
                "fanfare_delivery_latency_ms",
                "Milliseconds from the acceptance of an event to the end of the attempt that delivered it",
                LATENCIES);
    }

    /** @param acceptedAt when the event was accepted; null where it does not matter */
    void count(Outcome outcome, Instant acceptedAt) {
        if (outcome instanceof Outcome.Settled) {
            metrics.counter("fanfare_deliveries_" + outcome.state().wireName()).inc();
        } else if (outcome instanceof Outcome.Held) {
            metrics.counter("fanfare_deliveries_held").inc();
        } else if (outcome instanceof Outcome.Retry) {
            metrics.counter("fanfare_deliveries_retried").inc();
        } else {
            metrics.counter("fanfare_deliveries_postponed").inc();
        }
        if (outcome.state() == DeliveryState.DELIVERED && acceptedAt != null) {
            latency.observe(Duration.between(acceptedAt, clock.instant()).toMillis());
        }
    }
}
