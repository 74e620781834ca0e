package org.fanfare.receive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.fanfare.problem.Problem;
import org.fanfare.tenant.TenantLimits.ReceiveRate;
import org.fanfare.tenant.TenantSettings;
import org.fanfare.traffic.TokenBucket;

/**
 * Keeps each tenant to the rate at which this node takes in its events. A request is taken if there is room for one event;
 * what else it brings is paid for by those that follow, so that a batch needs no room of its own size.
 */
@ApplicationScoped
public class ReceiveRates {

    /** When there are so many, those that have had nothing to do are forgotten. */
    private static final int MANY = 1000;

    private final Map<String, TokenBucket> buckets = new HashMap<>();

    @Inject
    private TenantSettings settings;

    @Inject
    private Clock clock;

    protected ReceiveRates() {}

    ReceiveRates(TenantSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Lets a request in; a problem that tells how long to wait, if there is no room for its first event. */
    void admit(String tenant) {
        settings.of(tenant).receiveRate().ifPresent(rate -> {
            Duration wait = take(tenant, rate);
            if (!wait.isZero()) {
                throw Problem.tooMany(
                        wait,
                        "The tenant sends more than %d events a second, which is what this node takes from it."
                                .formatted(rate.perSecond()));
            }
        });
    }

    /** Counts the events of a request beyond the first. */
    void count(String tenant, int events) {
        settings.of(tenant).receiveRate().ifPresent(rate -> take(tenant, rate, events - 1));
    }

    private synchronized Duration take(String tenant, ReceiveRate rate) {
        Instant now = clock.instant();
        TokenBucket bucket = bucket(tenant, rate, now);
        Duration wait = Duration.between(now, bucket.nextToken(now));
        if (wait.isZero()) {
            bucket.take(now);
        }
        return wait;
    }

    private synchronized void take(String tenant, ReceiveRate rate, int more) {
        Instant now = clock.instant();
        bucket(tenant, rate, now).owe(more, now);
    }

    private TokenBucket bucket(String tenant, ReceiveRate rate, Instant now) {
        if (buckets.size() >= MANY && !buckets.containsKey(tenant)) {
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
        return buckets.computeIfAbsent(tenant, any -> new TokenBucket(rate.perSecond(), rate.burst(), now));
    }
}
