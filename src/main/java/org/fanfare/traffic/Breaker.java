package org.fanfare.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fanfare.caller.Owner;

/**
 * The circuit breaker of one host. It opens when too much fails, lets one delivery through when its time is over, and
 * closes or opens again with what becomes of that one. Not thread-safe.
 *
 * <p>The ratio is the average over the owners seen in the window, each judged by his own exchanges: one owner whose
 * targets hang, however many requests he makes, does not shut a host that serves the others well.
 */
final class Breaker {

    /** Beyond these the owners of one host are counted as one; no host needs so much memory. */
    private static final int MOST_OWNERS = 200;

    private static final Owner OTHERS = Owner.named("");

    private final BreakerSettings settings;

    /** Exchanges since {@link #turnedAt} and those of the half window before. */
    private Map<Owner, Tally> recent = new HashMap<>();

    private Map<Owner, Tally> earlier = new HashMap<>();
    private Instant turnedAt;
    private BreakerState state = BreakerState.CLOSED;
    private Instant since;
    private Instant openUntil;
    private Duration openFor;
    private boolean isProbing;

    Breaker(BreakerSettings settings, Instant now) {
        this.settings = settings;
        this.openFor = settings.openFor();
        this.turnedAt = now;
        this.since = now;
    }

    /** Whether the next one may pass. When the time of an open one is over, it is half-open. */
    boolean lets(Instant now) {
        if (state == BreakerState.OPEN && !now.isBefore(openUntil)) {
            become(BreakerState.HALF_OPEN, now);
        }
        return state == BreakerState.CLOSED || state == BreakerState.HALF_OPEN && !isProbing;
    }

    /** Counts one that passes; whether it is the probe. */
    boolean pass() {
        isProbing = state == BreakerState.HALF_OPEN;
        return isProbing;
    }

    /** Takes what became of one that passed. Those who were under way when it opened change nothing any more. */
    void judge(boolean wasProbe, Owner owner, Health health, Instant now) {
        if (wasProbe) {
            judgeProbe(health, now);
        } else if (state == BreakerState.CLOSED && health != Health.UNKNOWN) {
            count(owner, health, now);
            if (health == Health.ILL && isIll()) {
                open(now);
            }
        }
    }

    private void judgeProbe(Health health, Instant now) {
        isProbing = false;
        if (health == Health.WELL) {
            become(BreakerState.CLOSED, now);
            openFor = settings.openFor();
            forget(now);
        } else if (health == Health.ILL) {
            openFor = min(openFor.multipliedBy(2), settings.longest());
            open(now);
        }
    }

    private void open(Instant now) {
        become(BreakerState.OPEN, now);
        openUntil = now.plus(openFor);
    }

    private void become(BreakerState next, Instant now) {
        state = next;
        since = now;
    }

    private void forget(Instant now) {
        recent = new HashMap<>();
        earlier = new HashMap<>();
        turnedAt = now;
    }

    private void count(Owner owner, Health health, Instant now) {
        turn(now);
        Owner counted = recent.containsKey(owner) || recent.size() < MOST_OWNERS ? owner : OTHERS;
        recent.computeIfAbsent(counted, any -> new Tally()).add(health);
    }

    private void turn(Instant now) {
        Duration half = settings.window().dividedBy(2);
        Duration age = Duration.between(turnedAt, now);
        if (age.compareTo(half) >= 0) {
            earlier = age.compareTo(settings.window()) < 0 ? recent : new HashMap<>();
            recent = new HashMap<>();
            turnedAt = now;
        }
    }

    private boolean isIll() {
        return calls() >= settings.least() && ratio() >= settings.ratio();
    }

    private double ratio() {
        Set<Owner> owners = new HashSet<>(recent.keySet());
        owners.addAll(earlier.keySet());
        return owners.stream()
                .mapToDouble(owner -> of(owner, recent).plus(of(owner, earlier)).ratio())
                .average()
                .orElse(0);
    }

    private static Tally of(Owner owner, Map<Owner, Tally> tallies) {
        return tallies.getOrDefault(owner, Tally.NONE);
    }

    int calls() {
        return sum().calls;
    }

    int failures() {
        return sum().failures;
    }

    private Tally sum() {
        Tally sum = new Tally();
        recent.values().forEach(sum::add);
        earlier.values().forEach(sum::add);
        return sum;
    }

    BreakerState state() {
        return state;
    }

    /** Since when it has this state. */
    Instant since() {
        return since;
    }

    /** Until when nothing passes; null unless it is open. */
    Instant openUntil() {
        return state == BreakerState.OPEN ? openUntil : null;
    }

    /** Whether it can be forgotten: what it knows is out of date. */
    boolean isIdle(Instant now) {
        return switch (state) {
            case CLOSED -> !turnedAt.plus(settings.window()).isAfter(now);
            case OPEN -> openUntil.plus(settings.longest()).isBefore(now);
            case HALF_OPEN -> !isProbing && since.plus(settings.longest()).isBefore(now);
        };
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Exchanges of one owner. */
    private static final class Tally {

        private static final Tally NONE = new Tally();

        private int calls;
        private int failures;

        void add(Health health) {
            calls++;
            failures += health == Health.ILL ? 1 : 0;
        }

        void add(Tally other) {
            calls += other.calls;
            failures += other.failures;
        }

        Tally plus(Tally other) {
            Tally sum = new Tally();
            sum.add(this);
            sum.add(other);
            return sum;
        }

        double ratio() {
            return calls == 0 ? 0 : (double) failures / calls;
        }
    }
}
