package org.fanfare.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.fanfare.wire.WireTime;

/** The way to one subscription's target: who is on it and who is parked before it. Guarded by its {@link Gate}. */
final class Lane<W> {

    /** Of a lane that has let nobody through yet, it is not known how fast it is; so many are taken on trust. */
    private static final int UNPROVEN = 1000;

    private static final int MOST_PARKED = 20_000;

    /** Besides the requests that are under way, so many times as many results may still be recorded. */
    private static final int IN_HAND_PER_REQUEST = 4;

    private static final Duration KEPT_IDLE = Duration.ofMinutes(1);

    private final Host<W> host;
    private final Place place;
    private final Duration horizon;
    private final Pace pace = new Pace();
    private final TokenBucket bucket;
    private final Deque<Ticket<W>> parked = new ArrayDeque<>();
    private TrafficLimits limits;

    /** At most the limit; less after it went badly. */
    private int allowed;

    private int inFlight;
    private int inHand;
    private Instant pausedUntil = Instant.MIN;
    private Instant lastUse;
    private final Stock stock = new Stock();

    /** Whether it stands in its host's row of lanes that may have the next turn. */
    boolean isInTurn;

    /** When the gate looks at it again; null if that is not arranged. */
    Instant wakeAt;

    Lane(Host<W> host, Place place, TrafficLimits limits, Duration horizon, Instant now) {
        this.host = host;
        this.place = place;
        this.limits = limits;
        this.horizon = horizon;
        this.allowed = limits.inFlight();
        this.bucket = new TokenBucket(limits.perSecond(), limits.burst(), now);
        this.lastUse = now;
    }

    /** The limits may have been changed by the owner. */
    void follow(TrafficLimits current, Instant now) {
        lastUse = now;
        if (!limits.equals(current)) {
            allowed = allowed == limits.inFlight() ? current.inFlight() : Math.min(allowed, current.inFlight());
            bucket.change(current.perSecond(), current.burst(), now);
            limits = current;
        }
    }

    /** Why nobody may pass now; null if one may. */
    Obstacle obstacle(Instant now) {
        if (pausedUntil.isAfter(now)) {
            return pause(pausedUntil);
        }
        if (inFlight >= allowed || inHand >= allowed * IN_HAND_PER_REQUEST) {
            return Obstacle.full(inFlight, "the target");
        }
        return bucket.hasToken(now) ? null : tooFast(limits.perSecond(), bucket.nextToken(now));
    }

    private static Obstacle pause(Instant until) {
        return new Obstacle(() -> "the target asked to be left alone until " + WireTime.write(until), until);
    }

    private static Obstacle tooFast(double perSecond, Instant nextToken) {
        return new Obstacle(() -> "the subscription's rate limit is " + perSecond + " per second", nextToken);
    }

    void admit(Instant now) {
        inFlight++;
        inHand++;
        bucket.take(now);
        lastUse = now;
    }

    void leave(Report report) {
        inFlight--;
        if (report.isSlow()) {
            allowed = Math.max(1, allowed / 2);
        } else if (report.isSuccess()) {
            allowed = Math.min(limits.inFlight(), allowed + 1);
        }
        if (report.pausedUntil() != null && report.pausedUntil().isAfter(pausedUntil)) {
            pausedUntil = report.pausedUntil();
        }
    }

    void done(Duration took) {
        pace.count(took, inHand);
        inHand--;
    }

    /**
     * Whether the ticket can wait here. New ones leave room for those who wait in the database, so that these come
     * through as well.
     *
     * @param obstacle in the ticket's way; null if there is none
     */
    boolean canPark(Ticket<W> ticket, Obstacle obstacle) {
        if (obstacle != null && !obstacle.isOverBy(ticket.useBy())) {
            return false;
        }
        int room = capacity();
        boolean isNewBehindOthers = stock.isThere() && !ticket.wasWaiting();
        return parked.size() < (isNewBehindOthers ? (room + 1) / 2 : room);
    }

    /** Whether it could do with some who wait in the database, if there are any. */
    boolean isHungry() {
        return parked.size() <= capacity() / 2;
    }

    /** How many of those it could take. */
    int room() {
        return Math.max(1, capacity() - parked.size());
    }

    /** How many may be parked, so that all of them will probably get through before they are overdue. */
    private int capacity() {
        if (!host.isClosed()) {
            return 1; // the breaker's next probe
        }
        double usual = pace.isKnown() ? pace.within(horizon) : UNPROVEN;
        double byRate = limits.perSecond() * horizon.toMillis() / 1000;
        return (int) Math.max(1, Math.min(MOST_PARKED, Math.min(Math.max(allowed, usual), byRate)));
    }

    Deque<Ticket<W>> parked() {
        return parked;
    }

    Stock stock() {
        return stock;
    }

    Host<W> host() {
        return host;
    }

    Place place() {
        return place;
    }

    int inHand() {
        return inHand;
    }

    int allowed() {
        return allowed;
    }

    /** Whether it can be forgotten: a new one would be the same. */
    boolean isIdle(Instant now) {
        return inHand == 0
                && parked.isEmpty()
                && !stock.isThere()
                && !pausedUntil.isAfter(now)
                && lastUse.plus(KEPT_IDLE).isBefore(now)
                && bucket.isFull(now);
    }
}
