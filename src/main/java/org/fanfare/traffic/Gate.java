package org.fanfare.traffic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where deliveries pass on their way to targets, on one node. One passes if its subscription's lane, its host and the
 * host's circuit breaker let it, and a thread is free. Whoever finds no room is parked here, in memory, if he will
 * probably get through in time; otherwise he is sent away to wait in the database, and asked for when there is room.
 *
 * <p>Whoever has passed calls {@link #leave} when his request is over and {@link #done} in the end, and then asks for the
 * {@link #next}, so that a lane goes on without a timer. The lanes of one host take turns.
 *
 * <p>Threads are shared out, too: a lane has at most as many as half of those still free, but one at least. So some
 * dozens of hosts that stop answering at once leave threads to all others.
 *
 * <p>Thread-safe: all of it is guarded by its monitor, which nobody holds while he waits for anything.
 */
public final class Gate<W> {

    private static final Obstacle NO_THREAD = new Obstacle(() -> "all sending threads are busy", null);

    private final TrafficSettings settings;
    private final Crew<W> crew;
    private final Duration horizon;
    private final Clock clock;
    private final Map<String, Host<W>> hosts = new HashMap<>();
    private final Candidates<W> candidates = new Candidates<>();
    private final Parking<W> parking = new Parking<>();
    private final Set<Lane<W>> hungry = new LinkedHashSet<>();
    private final Alarms<W> alarms = new Alarms<>();
    private int inFlight;
    private int waitingForThread;

    /**
     * @param threads how many may have passed and not be done
     * @param horizon within what time those who are parked should get through
     */
    public Gate(TrafficSettings settings, int threads, Duration horizon, Clock clock) {
        this.settings = settings;
        this.crew = new Crew<>(threads);
        this.horizon = horizon;
        this.clock = clock;
    }

    /** Waits until a thread is free, at most so long. */
    public synchronized void awaitThread(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        waitingForThread++;
        try {
            for (long rest = most.toNanos(); crew.isBusy() && rest > 0; rest = end - System.nanoTime()) {
                wait(rest / 1_000_000 + 1);
            }
        } finally {
            waitingForThread--;
        }
    }

    /** Waits until {@link #next} or {@link #shortages} may have something new, at most so long. */
    public synchronized void awaitChange(Duration most) throws InterruptedException {
        if (hungry.isEmpty()) {
            Duration first = alarms.next()
                    .map(at -> Duration.between(clock.instant(), at))
                    .filter(until -> until.compareTo(most) < 0)
                    .orElse(most);
            if (first.toNanos() > 0) {
                wait(first.toMillis(), (int) (first.toNanos() % 1_000_000));
            }
        }
    }

    /** Asks to pass. */
    public synchronized Entry<W> enter(Ticket<W> ticket) {
        Instant now = wake();
        Lane<W> lane = lane(ticket.place(), ticket.limits(), now);
        Obstacle obstacle = obstacle(lane, now);
        boolean mustPark = obstacle != null || lane.host().hasTurns();
        if (mustPark && !parking.isFull() && lane.canPark(ticket, obstacle)) {
            parking.park(ticket, lane);
            candidates.add(lane);
            return new Entry.Parked<>();
        }
        return obstacle == null
                ? new Entry.Open<>(admit(ticket, lane, now))
                : new Entry.Later<>(ticket, obstacle.reason());
    }

    private Lane<W> lane(Place place, TrafficLimits limits, Instant now) {
        return hosts.computeIfAbsent(place.host(), name -> new Host<>(name, settings, now))
                .lane(place, limits, horizon, now);
    }

    private Obstacle obstacle(Lane<W> lane, Instant now) {
        Obstacle ofHost = lane.host().obstacle(now);
        if (ofHost != null) {
            return ofHost;
        }
        Obstacle ofLane = lane.obstacle(now);
        return ofLane == null && crew.lacksOneFor(lane) ? NO_THREAD : ofLane;
    }

    private Pass<W> admit(Ticket<W> ticket, Lane<W> lane, Instant now) {
        boolean isProbe = lane.host().admit(now);
        lane.admit(now);
        inFlight++;
        crew.begin();
        return new Pass<>(ticket, lane, isProbe, now);
    }

    /** One who was parked and may pass now. */
    public synchronized Optional<Pass<W>> next() {
        Instant now = wake();
        Host<W> host = crew.isBusy() ? null : candidates.next();
        while (host != null) {
            Pass<W> pass = next(host, now);
            if (pass != null) {
                candidates.add(host);
                return Optional.of(pass);
            }
            host = candidates.next();
        }
        return Optional.empty();
    }

    private Pass<W> next(Host<W> host, Instant now) {
        while (host.hasTurns()) {
            Obstacle ofHost = host.obstacle(now);
            if (ofHost != null) {
                alarms.set(host, ofHost.until());
                return null;
            }
            Lane<W> lane = host.nextTurn();
            parking.dropLate(lane, now, () -> obstacle(lane, now));
            Obstacle ofLane = lane.obstacle(now);
            if (ofLane != null) {
                alarms.set(lane, ofLane.until());
            } else if (crew.lacksOneFor(lane)) {
                crew.starve(lane);
            } else if (!lane.parked().isEmpty()) {
                Ticket<W> ticket = parking.unpark(lane);
                host.addTurn(lane);
                return admit(ticket, lane, now);
            }
        }
        return null;
    }

    /** The request of one who passed is over. */
    public synchronized void leave(Pass<W> pass, Report report) {
        if (!pass.leave()) {
            return;
        }
        Instant now = clock.instant();
        Host<W> host = pass.lane().host();
        boolean wasClosed = host.isClosed();
        host.leave(pass.isProbe(), pass.place().owner(), report, now);
        pass.lane().leave(report);
        inFlight--;
        candidates.add(pass.lane());
        if (wasClosed == host.isClosed()) {
            feed(pass.lane(), now);
        } else {
            host.lanes().forEach(lane -> feed(lane, now));
        }
    }

    /** One who passed has nothing more to do, and his thread is free. */
    public synchronized void done(Pass<W> pass) {
        leave(pass, Report.NOTHING);
        if (!pass.end()) {
            return;
        }
        pass.lane().done(pass.age(clock.instant()));
        candidates.add(pass.lane());
        crew.end(candidates::add);
        if (waitingForThread > 0) {
            notifyAll();
        }
    }

    /** One of this place waits in the database now. */
    public synchronized void waits(Place place, TrafficLimits limits) {
        Instant now = clock.instant();
        Lane<W> lane = lane(place, limits, now);
        lane.stock().add();
        feed(lane, now);
    }

    /** Lanes that have room for some who wait in the database; each is to be {@link #supplied} then. */
    public synchronized List<Shortage> shortages() {
        wake();
        List<Shortage> shortages = new ArrayList<>();
        for (Lane<W> lane : hungry) {
            if (lane.isHungry()) {
                lane.stock().ask();
                shortages.add(new Shortage(lane.place(), lane.room()));
            }
        }
        hungry.clear();
        return shortages;
    }

    /** @param areAll whether nobody of that place waits any more */
    public synchronized void supplied(Place place, boolean areAll) {
        Host<W> host = hosts.get(place.host());
        Lane<W> lane = host == null ? null : host.lane(place.subscriptionId());
        if (lane != null) {
            lane.stock().answer(areAll);
            feed(lane, clock.instant());
        }
    }

    /** Those who were parked and can no longer get through in time; forgets what is out of use. Run it now and then. */
    public synchronized List<Entry.Later<W>> overdue() {
        Instant now = wake();
        for (Host<W> host : hosts.values()) {
            for (Lane<W> lane : host.lanes()) {
                parking.dropLate(lane, now, () -> obstacle(lane, now));
                feed(lane, now);
            }
        }
        hosts.values().removeIf(host -> !host.isCandidate && host.tidy(now));
        return parking.takeLate();
    }

    /** Notes that some who wait in the database can be taken, if that is so. */
    private void feed(Lane<W> lane, Instant now) {
        if (!lane.stock().canBeAsked() || parking.isHalfFull()) {
            return;
        }
        Obstacle obstacle = obstacle(lane, now);
        if (obstacle != null && (obstacle.until() != null || !lane.host().isClosed())) {
            alarms.set(lane, obstacle.until());
        } else if (lane.isHungry() && hungry.add(lane)) {
            notifyAll();
        }
    }

    /** Looks again at those whose time has come. */
    private Instant wake() {
        Instant now = clock.instant();
        alarms.due(now, (host, lane) -> {
            if (lane != null) {
                host.addTurn(lane);
                feed(lane, now);
            }
            candidates.add(host);
        });
        return now;
    }

    /** What is known of the hosts that were delivered to of late. */
    public synchronized List<BreakerView> breakers() {
        return hosts.values().stream().map(Host::view).toList();
    }

    /** What is known of one host; empty if it was not delivered to of late. */
    public synchronized Optional<BreakerView> breaker(String host) {
        return Optional.ofNullable(hosts.get(host)).map(Host::view);
    }

    /** Requests under way. */
    public synchronized int inFlight() {
        return inFlight;
    }

    /** Deliveries that are parked. */
    public synchronized int parked() {
        return parking.size();
    }
}
