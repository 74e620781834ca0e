package org.fanfare.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.fanfare.delivery.DeliveryGate;
import org.fanfare.delivery.WaitingRoom;
import org.fanfare.traffic.BreakerState;

/** How busy the ways to targets are on this node. */
@ApplicationScoped
public class TrafficGauges {

    @Inject
    private MetricRegistry registry;

    @Inject
    private DeliveryGate gate;

    @Inject
    private WaitingRoom waitingRoom;

    void onStart(@Observes Startup start) {
        gauge("fanfare_deliveries_in_flight", "Requests to targets under way on this node", gate::inFlight);
        gauge("fanfare_deliveries_parked", "Deliveries that wait for room in this node's memory", gate::parked);
        gauge(
                "fanfare_deliveries_waiting",
                "Deliveries that wait in the database for room or for their turn, as of the last half minute",
                waitingRoom::waiting);
        gauge(
                "fanfare_breakers_open",
                "Target hosts that this node leaves alone",
                () -> gate.breakers().stream()
                        .filter(breaker -> breaker.state() != BreakerState.CLOSED)
                        .count());
    }

    private <T extends Number> void gauge(String name, String description, Supplier<T> value) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        registry.gauge(metadata, value);
    }
}
