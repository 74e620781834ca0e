package org.fanfare.traffic;

import java.time.Duration;
import java.time.Instant;

/** A rate limit: tokens come at a steady rate up to the burst, each request takes one. Not thread-safe. */
public final class TokenBucket {

    /** What rounding may take from a token: a token that is there but for this counts. */
    private static final double ROUNDING = 1e-6;

    private static final Duration FOREVER = Duration.ofDays(365);

    private double perSecond;
    private int burst;
    private double tokens;
    private Instant countedAt;

    /** Full at first. */
    public TokenBucket(double perSecond, int burst, Instant now) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.countedAt = now;
    }

    /** Takes another rate from now on. */
    void change(double newPerSecond, int newBurst, Instant now) {
        if (newPerSecond != perSecond || newBurst != burst) {
            count(now);
            perSecond = newPerSecond;
            burst = newBurst;
            tokens = Math.min(tokens, burst);
        }
    }

    boolean hasToken(Instant now) {
        count(now);
        return tokens >= 1 - ROUNDING;
    }

    public void take(Instant now) {
        count(now);
        tokens = Math.max(0, tokens - 1);
    }

    /** Takes tokens that are not there yet: there are none until they have come. */
    public void owe(int more, Instant now) {
        count(now);
        tokens -= more;
    }

    public boolean isFull(Instant now) {
        count(now);
        return tokens >= burst - ROUNDING;
    }

    /** When there is a token: now, or later. */
    public Instant nextToken(Instant now) {
        if (hasToken(now)) {
            return now;
        }
        double seconds = (1 - tokens) / perSecond;
        return now.plus(
                seconds >= FOREVER.toSeconds() ? FOREVER : Duration.ofNanos((long) Math.ceil(seconds * 1_000_000_000)));
    }

    private void count(Instant now) {
        if (perSecond == TrafficLimits.ANY_RATE) {
            tokens = burst;
            countedAt = now;
            return;
        }
        double seconds = Duration.between(countedAt, now).toNanos() / 1e9;
        if (seconds > 0) {
            tokens = Math.min(burst, tokens + seconds * perSecond);
        }
        // A clock that was set back gives nothing twice and takes nothing away.
        countedAt = now;
    }
}
