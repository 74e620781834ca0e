package org.fanfare.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Unanswered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final Judge judge = new Judge(new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30))));

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void aSuccessSettlesTheDelivery(int status) {
        Outcome outcome = judge.afterExchange(answered(status), 1, NOW);

        assertThat(outcome).isEqualTo(new Outcome.Settled(DeliveryState.DELIVERED, "the target answered " + status));
        assertThat(outcome.dueAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 301, 302, 307, 400, 404, 410, 500, 503})
    void anythingElseIsTriedAgainAtItsTime(int status) {
        Outcome outcome = judge.afterExchange(answered(status), 2, NOW);

        assertThat(outcome).isEqualTo(new Outcome.Retry("the target answered " + status, NOW.plusSeconds(30)));
        assertThat(outcome.state()).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void noAnswerIsTriedAgainToo() {
        Exchange refused = new Unanswered(Exchange.Kind.CONNECT_REFUSED, "No connection.", Duration.ofMillis(1));

        assertThat(judge.afterExchange(refused, 1, NOW))
                .isEqualTo(new Outcome.Retry("No connection.", NOW.plusSeconds(5)));
    }

    @Test
    void theLastFailureGivesUpAndSaysWhy() {
        assertThat(judge.afterExchange(answered(500), 3, NOW))
                .isEqualTo(new Outcome.Settled(
                        DeliveryState.FAILED, "gave up after 3 attempts, the last: the target answered 500"));
    }

    @Test
    void aSilentPolicyPutsOffAndNeverGivesUp() {
        assertThat(judge.afterSilentPolicy("silence", 500, NOW))
                .isEqualTo(new Outcome.Postponed("silence", NOW.plusSeconds(30)));
    }

    private static Exchange answered(int status) {
        return new Answered(status, Map.of(), "", 0, Duration.ofMillis(1));
    }
}
