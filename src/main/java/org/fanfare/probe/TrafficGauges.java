package org.fanfare.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.fanfare.delivery.DeliveryGate;
import org.fanfare.delivery.WaitingRoom;
import org.fanfare.metrics.Metrics;
import org.fanfare.traffic.BreakerState;

/** How busy the ways to targets are on this node. */
@ApplicationScoped
public class TrafficGauges {

    @Inject
    private Metrics metrics;

    @Inject
    private DeliveryGate gate;

    @Inject
    private WaitingRoom waitingRoom;

    void onStart(@Observes Startup start) {
        metrics.gauge("fanfare_deliveries_in_flight", "Requests to targets under way on this node", gate::inFlight);
        metrics.gauge("fanfare_deliveries_parked", "Deliveries that wait for room in this node's memory", gate::parked);
        metrics.gauge(
                "fanfare_deliveries_waiting",
                "Deliveries that wait in the database for room or for their turn, as of the last half minute",
                waitingRoom::waiting);
        metrics.gauge(
                "fanfare_breakers_open",
                "Target hosts that this node leaves alone",
                () -> gate.breakers().stream()
                        .filter(breaker -> breaker.state() != BreakerState.CLOSED)
                        .count());
    }
}
