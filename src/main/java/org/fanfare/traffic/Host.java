package org.fanfare.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.wire.WireTime;

/** One target host, with the lanes of the subscriptions that deliver to it. Guarded by its {@link Gate}. */
final class Host<W> {

    private final String name;
    private final TrafficLimits limits;
    private final Breaker breaker;
    private final TokenBucket bucket;
    private final Map<UUID, Lane<W>> lanes = new HashMap<>();

    /** Lanes that have somebody parked and may have room, each in its turn. */
    private final Deque<Lane<W>> turns = new ArrayDeque<>();

    private int inFlight;

    /** Whether the gate looks at it next time. */
    boolean isCandidate;

    /** When the gate looks at it again; null if that is not arranged. */
    Instant wakeAt;

    Host(String name, TrafficSettings settings, Instant now) {
        this.name = name;
        this.limits = settings.perHost();
        this.breaker = new Breaker(settings.breaker(), now);
        this.bucket = new TokenBucket(limits.perSecond(), limits.burst(), now);
    }

    Lane<W> lane(Place place, TrafficLimits current, Duration horizon, Instant now) {
        Lane<W> lane =
                lanes.computeIfAbsent(place.subscriptionId(), id -> new Lane<>(this, place, current, horizon, now));
        lane.follow(current, now);
        return lane;
    }

    /** Null if nobody came through it of late. */
    Lane<W> lane(UUID subscriptionId) {
        return lanes.get(subscriptionId);
    }

    Collection<Lane<W>> lanes() {
        return lanes.values();
    }

    /** Why nobody may pass now, whatever the lane; null if one may. */
    Obstacle obstacle(Instant now) {
        if (!breaker.lets(now)) {
            return closedRoad(breaker.openUntil());
        }
        if (inFlight >= limits.inFlight()) {
            return Obstacle.full(inFlight, name);
        }
        return bucket.hasToken(now) ? null : tooFast(bucket.nextToken(now));
    }

    private Obstacle closedRoad(Instant openUntil) {
        return openUntil == null
                ? new Obstacle(() -> "the circuit breaker of " + name + " is half-open, a probe is under way", null)
                : new Obstacle(
                        () -> "the circuit breaker of " + name + " is open until " + WireTime.write(openUntil),
                        openUntil);
    }

    private Obstacle tooFast(Instant nextToken) {
        return new Obstacle(() -> "the rate limit of " + name + " is " + limits.perSecond() + " per second", nextToken);
    }

    /** Whether the one who passes is the breaker's probe. */
    boolean admit(Instant now) {
        inFlight++;
        bucket.take(now);
        return breaker.pass();
    }

    void leave(boolean wasProbe, Owner owner, Report report, Instant now) {
        inFlight--;
        breaker.judge(wasProbe, owner, report.health(), now);
    }

    /** Lets the lane have a turn if somebody is parked there. */
    void addTurn(Lane<W> lane) {
        if (!lane.isInTurn && !lane.parked().isEmpty()) {
            lane.isInTurn = true;
            turns.add(lane);
        }
    }

    boolean hasTurns() {
        return !turns.isEmpty();
    }

    /** The lane whose turn it is; null if there is none. */
    Lane<W> nextTurn() {
        Lane<W> lane = turns.poll();
        if (lane != null) {
            lane.isInTurn = false;
        }
        return lane;
    }

    boolean isClosed() {
        return breaker.state() == BreakerState.CLOSED;
    }

    /** Drops what is out of use; whether the host itself can be forgotten. */
    boolean tidy(Instant now) {
        lanes.values().removeIf(lane -> !lane.isInTurn && lane.isIdle(now));
        return lanes.isEmpty() && breaker.isIdle(now) && bucket.isFull(now);
    }

    BreakerView view() {
        return new BreakerView(
                name,
                breaker.state(),
                breaker.since(),
                breaker.openUntil(),
                breaker.calls(),
                breaker.failures(),
                inFlight);
    }
}
