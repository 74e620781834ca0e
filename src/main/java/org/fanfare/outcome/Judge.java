package org.fanfare.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.Exchange.Answered;

/** Decides what follows from an attempt. Pure but for the jitter. */
public final class Judge {

    /** The response header by which a target says what it wants beyond its status. */
    private static final String SIGNAL = "webhook-delivery";

    /** Whose {@code Retry-After} counts. */
    /** Refusals that can lie in what was sent, rather than in who sends it where. */
    private static final Set<Integer> OF_CONTENT = Set.of(400, 413, 422);

    private static final Set<Integer> THROTTLED = Set.of(429, 503);

    private final RetrySchedule schedule;
    private final RetrySchedule policySchedule;
    private final Jitter jitter;

    /**
     * @param schedule for subscriptions without one of their own
     * @param policySchedule for a policy that gives no answer; its last wait is repeated for ever
     */
    public Judge(RetrySchedule schedule, RetrySchedule policySchedule, Jitter jitter) {
        this.schedule = schedule;
        this.policySchedule = policySchedule;
        this.jitter = jitter;
    }

    /** What follows from an attempt. A signal of the target goes before its status, unless that says delivered. */
    public Outcome afterExchange(Exchange exchange, RetryOptions options, Progress progress) {
        Ruling ruling = options.table().of(exchange);
        Signal signal = Signal.of(exchange);
        String reason = exchange.summary();
        if (ruling == Ruling.DELIVERED) {
            return new Outcome.Settled(DeliveryState.DELIVERED, reason, signal == Signal.DISABLE);
        }
        if (signal != Signal.NONE) {
            return new Outcome.Settled(
                    DeliveryState.FAILED, reason + " and asked for no other attempt", signal == Signal.DISABLE);
        }
        return switch (ruling) {
            case RETRY -> retryOrGiveUp(exchange, schedule(options).waitAfter(progress.attempts()), progress);
            case RETRY_SLOWLY ->
                retryOrGiveUp(exchange, schedule(options).slowWaitAfter(progress.attempts()), progress);
            case DISABLE -> new Outcome.Settled(DeliveryState.FAILED, reason + ", which ends the subscription", true);
            default -> new Outcome.Settled(DeliveryState.FAILED, reason + ", which is not tried again");
        };
    }

    /**
     * Whether the target refuses for good what it was sent, and may mean only a part of it where that was several events:
     * the array is too large for it, or there is something wrong with one of them.
     */
    public static boolean mayMeanPart(Exchange exchange, RetryOptions options) {
        return exchange instanceof Answered answered
                && OF_CONTENT.contains(answered.status())
                && options.table().of(exchange) == Ruling.FAIL
                && Signal.of(exchange) == Signal.NONE;
    }

    /** What follows when the attempt could not even be prepared, for whatever reason lies in Fanfare itself. */
    public Outcome afterBreakdown(String reason, RetryOptions options, Progress progress) {
        return retryOrGiveUp(reason, schedule(options).waitAfter(progress.attempts()), progress);
    }

    /** @param postponements how often in a row the policy gave no answer, this time included */
    public Outcome afterSilentPolicy(String reason, int postponements, Progress progress) {
        Instant dueAt = progress.now().plus(jitter.lengthen(policySchedule.waitForEver(postponements)));
        return isExpired(dueAt, progress) ? expired(reason, progress) : new Outcome.Postponed(reason, dueAt);
    }

    private RetrySchedule schedule(RetryOptions options) {
        return options.ownSchedule().orElse(schedule);
    }

    private Outcome retryOrGiveUp(Exchange exchange, Optional<Duration> wait, Progress progress) {
        Duration atLeast = pause(exchange, progress.now()).orElse(Duration.ZERO);
        return retryOrGiveUp(exchange.summary(), wait.map(each -> RetrySchedule.longer(each, atLeast)), progress);
    }

    private Outcome retryOrGiveUp(String reason, Optional<Duration> wait, Progress progress) {
        if (wait.isEmpty()) {
            return new Outcome.Settled(
                    DeliveryState.FAILED, "gave up after " + progress.attempts() + " attempts, the last: " + reason);
        }
        Instant dueAt = progress.now().plus(jitter.lengthen(wait.get()));
        return isExpired(dueAt, progress) ? expired(reason, progress) : new Outcome.Retry(reason, dueAt);
    }

    /** How long the target wants to be left alone, where it says so in a way that counts. */
    public static Optional<Duration> pause(Exchange exchange, Instant now) {
        return exchange instanceof Answered answered && THROTTLED.contains(answered.status())
                ? answered.header("Retry-After").flatMap(value -> RetryAfter.read(value, now))
                : Optional.empty();
    }

    private static boolean isExpired(Instant dueAt, Progress progress) {
        return progress.expiresAt() != null && dueAt.isAfter(progress.expiresAt());
    }

    private static Outcome expired(String reason, Progress progress) {
        return new Outcome.Settled(
                DeliveryState.FAILED,
                "the event expires at " + progress.expiresAt() + ", before another attempt; the last: " + reason);
    }

    private enum Signal {
        NONE,
        ABORT,
        DISABLE;

        static Signal of(Exchange exchange) {
            String value = exchange instanceof Answered answered
                    ? answered.header(SIGNAL).orElse("").strip().toLowerCase(Locale.ROOT)
                    : "";
            return switch (value) {
                case "abort-message" -> ABORT;
                case "disable" -> DISABLE;
                default -> NONE;
            };
        }
    }
}
