package org.fanfare.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.Exchange.Answered;

/** What holds for every schedule, jitter and sequence of answers. */
class WaitPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @Property
    void jitterOnlyAddsAndNoMoreThanItsShare(
            @ForAll @DoubleRange(max = 1) double share,
            @ForAll @DoubleRange(max = 1) double random,
            @ForAll @IntRange(max = 10_000_000) int millis) {
        Duration wait = Duration.ofMillis(millis);

        Duration lengthened = new Jitter(share, () -> random).lengthen(wait);

        assertThat(lengthened).isBetween(wait, wait.plusMillis((long) (millis * share) + 1));
    }

    @Property
    void aDeliveryIsSettledOnceAndNotBeforeItsWaits(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 100_000) Integer> seconds,
            @ForAll @Size(min = 13, max = 13) List<@IntRange(min = 200, max = 599) Integer> answers,
            @ForAll @DoubleRange(max = 1) double random) {
        List<Duration> waits = seconds.stream().map(Duration::ofSeconds).toList();
        Judge judge = new Judge(
                new RetrySchedule(waits),
                new RetrySchedule(List.of(Duration.ofSeconds(1))),
                new Jitter(0.1, () -> random));
        List<Outcome> outcomes = new ArrayList<>();
        Instant now = NOW;
        for (int attempt = 1; attempt <= answers.size(); attempt++) {
            Outcome outcome = judge.afterExchange(
                    answered(answers.get(attempt - 1)), RetryOptions.STANDARD, new Progress(attempt, null, now));
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Settled) {
                break;
            }
            assertThat(Duration.between(now, outcome.dueAt())).isGreaterThanOrEqualTo(waits.get(attempt - 1));
            now = outcome.dueAt();
        }

        assertThat(outcomes).hasSizeLessThanOrEqualTo(waits.size() + 1);
        assertThat(outcomes.get(outcomes.size() - 1)).isInstanceOf(Outcome.Settled.class);
        assertThat(outcomes.get(outcomes.size() - 1).state()).isIn(DeliveryState.DELIVERED, DeliveryState.FAILED);
    }

    @Property
    void nothingIsTriedAgainAfterTheEventHasExpired(
            @ForAll @IntRange(max = 1000) int expiresIn, @ForAll @IntRange(min = 1, max = 1000) int wait) {
        Judge judge = new Judge(
                new RetrySchedule(List.of(Duration.ofSeconds(wait))),
                new RetrySchedule(List.of(Duration.ofSeconds(wait))),
                new Jitter(0, () -> 0));
        Progress progress = new Progress(1, NOW.plusSeconds(expiresIn), NOW);

        assertThat(judge.afterExchange(answered(500), RetryOptions.STANDARD, progress))
                .isInstanceOf(wait > expiresIn ? Outcome.Settled.class : Outcome.Retry.class);
        assertThat(judge.afterSilentPolicy("silence", 1, progress))
                .isInstanceOf(wait > expiresIn ? Outcome.Settled.class : Outcome.Postponed.class);
    }

    private static Exchange answered(int status) {
        return new Answered(status, Map.of(), "", 0, Duration.ZERO);
    }
}
