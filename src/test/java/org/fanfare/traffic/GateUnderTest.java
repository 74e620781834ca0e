package org.fanfare.traffic;

import static org.fanfare.traffic.TrafficLimits.ANY_RATE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.testing.MovedClock;

/** A gate with narrow limits, two owners with subscriptions to one host, and one to another. */
abstract class GateUnderTest {

    static final Duration HORIZON = Duration.ofSeconds(10);
    static final Duration SLACK = Duration.ofSeconds(20);
    static final Report GOOD = new Report(Health.WELL, false, null);
    static final Report TIMEOUT = new Report(Health.ILL, true, null);
    static final TrafficSettings SETTINGS = new TrafficSettings(
            TrafficLimits.of(2, ANY_RATE),
            TrafficLimits.of(3, ANY_RATE),
            new BreakerSettings(Duration.ofSeconds(60), 4, 0.75, Duration.ofSeconds(10), Duration.ofSeconds(40)));

    final MovedClock clock = new MovedClock();
    final Gate<String> gate = new Gate<>(SETTINGS, 100, HORIZON, clock);
    final Place ann = place("ann", "http://one:80");
    final Place bob = place("bob", "http://one:80");
    final Place elsewhere = place("ann", "http://two:80");

    List<String> works() {
        List<String> works = new ArrayList<>();
        for (Optional<Pass<String>> next = gate.next(); next.isPresent(); next = gate.next()) {
            works.add(next.get().work());
        }
        return works;
    }

    void end(Pass<String> pass, Report report) {
        gate.leave(pass, report);
        gate.done(pass);
    }

    Pass<String> pass(Place place, String work) {
        return pass(place, SETTINGS.perSubscription(), work);
    }

    Pass<String> pass(Place place, TrafficLimits limits, String work) {
        return ((Entry.Open<String>) enter(place, limits, work)).pass();
    }

    Entry<String> enter(Place place, String work) {
        return enter(place, SETTINGS.perSubscription(), work);
    }

    Entry<String> enter(Place place, TrafficLimits limits, String work) {
        return gate.enter(ticket(place, limits, work));
    }

    Ticket<String> ticket(Place place, TrafficLimits limits, String work) {
        return new Ticket<>(place, limits, clock.instant().plus(SLACK), false, work);
    }

    static Place place(String owner, String host) {
        return new Place(UUID.nameUUIDFromBytes((owner + host).getBytes()), Owner.named(owner), host);
    }
}
