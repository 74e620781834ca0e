package org.fanfare.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.fanfare.traffic.BreakerView;
import org.fanfare.traffic.Gate;
import org.fanfare.traffic.TrafficSettings;

/** The one gate of this node, and what can be seen of it. */
@ApplicationScoped
public class DeliveryGate {

    @Inject
    private TrafficSettings traffic;

    @Inject
    private DeliverySettings settings;

    @Inject
    private Clock clock;

    private Gate<Claim> gate;

    @PostConstruct
    void open() {
        // Whoever is parked must be let through while enough is left of his lease for the work; not in the last moment.
        Duration horizon =
                settings.lease().minus(settings.longestWork()).multipliedBy(3).dividedBy(4);
        gate = new Gate<>(traffic, settings.sender().maxConnections(), horizon, clock);
    }

    @Produces
    @Singleton
    Gate<Claim> gate() {
        return gate;
    }

    /** The hosts that were delivered to of late. */
    public List<BreakerView> breakers() {
        return gate.breakers();
    }

    /** Requests under way. */
    public int inFlight() {
        return gate.inFlight();
    }

    /** Deliveries that wait in memory. */
    public int parked() {
        return gate.parked();
    }
}
