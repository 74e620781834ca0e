package org.fanfare.outcome;

import java.time.Instant;
import org.fanfare.sending.Exchange;

/** Decides what follows from an attempt. Pure: the same attempt gives the same outcome. */
public final class Judge {

    private final RetrySchedule schedule;

    public Judge(RetrySchedule schedule) {
        this.schedule = schedule;
    }

    /**
     * @param attempts how many attempts were made, this one included
     * @param now when the attempt ended
     */
    public Outcome afterExchange(Exchange exchange, int attempts, Instant now) {
        if (exchange.isSuccess()) {
            return new Outcome.Settled(DeliveryState.DELIVERED, exchange.summary());
        }
        return retryOrGiveUp(exchange.summary(), attempts, now);
    }

    /** What follows when the attempt could not even be prepared, for whatever reason lies in Fanfare itself. */
    public Outcome afterBreakdown(String reason, int attempts, Instant now) {
        return retryOrGiveUp(reason, attempts, now);
    }

    /** @param postponements how often in a row the policy gave no answer, this time included */
    public Outcome afterSilentPolicy(String reason, int postponements, Instant now) {
        return new Outcome.Postponed(reason, now.plus(schedule.waitForPolicy(postponements)));
    }

    private Outcome retryOrGiveUp(String reason, int attempts, Instant now) {
        return schedule.waitAfter(attempts)
                .<Outcome>map(wait -> new Outcome.Retry(reason, now.plus(wait)))
                .orElseGet(() -> new Outcome.Settled(
                        DeliveryState.FAILED, "gave up after " + attempts + " attempts, the last: " + reason));
    }
}
