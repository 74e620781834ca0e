package org.fanfare.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Unanswered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final Judge judge = new Judge(
            new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5))),
            new RetrySchedule(List.of(Duration.ofSeconds(1), Duration.ofSeconds(60))),
            new Jitter(0, () -> 1));

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void aSuccessSettlesTheDelivery(int status) {
        assertThat(after(status, 1))
                .isEqualTo(new Outcome.Settled(DeliveryState.DELIVERED, "the target answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 408, 409, 425, 429, 500, 503})
    void whatMayPassIsTriedAgainAtItsTime(int status) {
        Outcome outcome = after(status, 2);

        assertThat(outcome).isEqualTo(new Outcome.Retry("the target answered " + status, NOW.plusSeconds(30)));
        assertThat(outcome.state()).isEqualTo(DeliveryState.PENDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void credentialsAreGivenTime(int status) {
        assertThat(after(status, 1).dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(after(status, 3).dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(after(status, 4).state()).isEqualTo(DeliveryState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 415, 422})
    void whatWillNotPassSettlesAtOnce(int status) {
        assertThat(after(status, 1))
                .isEqualTo(new Outcome.Settled(
                        DeliveryState.FAILED, "the target answered " + status + ", which is not tried again"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, true",
        "413, true",
        "422, true",
        "415, false",
        "307, false",
        "410, false",
        "500, false",
        "204, false"
    })
    void onlyRefusalsOfWhatWasSentMayMeanAPartOfIt(int status, boolean may) {
        assertThat(Judge.mayMeanPart(answered(status, Map.of()), RetryOptions.STANDARD))
                .isEqualTo(may);
        assertThat(Judge.mayMeanPart(
                        answered(status, Map.of("Webhook-Delivery", "abort-message")), RetryOptions.STANDARD))
                .isFalse();
    }

    @Test
    void goneEndsTheSubscription() {
        assertThat(after(410, 1))
                .isEqualTo(new Outcome.Settled(
                        DeliveryState.FAILED, "the target answered 410, which ends the subscription", true));
    }

    @Test
    void noAnswerIsTriedAgainToo() {
        Exchange refused = new Unanswered(Exchange.Kind.CONNECT_REFUSED, "No connection.", Duration.ofMillis(1));

        assertThat(judge.afterExchange(refused, RetryOptions.STANDARD, progress(1)))
                .isEqualTo(new Outcome.Retry("No connection.", NOW.plusSeconds(5)));
    }

    @Test
    void theLastFailureGivesUpAndSaysWhy() {
        assertThat(after(500, 4))
                .isEqualTo(new Outcome.Settled(
                        DeliveryState.FAILED, "gave up after 4 attempts, the last: the target answered 500"));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 60, 60",
        "503, 60, 60",
        "503, 1, 5",
        "500, 60, 5",
        "429, never, 5",
        "429, 999999999999, 86400",
        "429, 'Sat, 31 Jan 2026 12:01:40 GMT', 100"
    })
    void retryAfterLengthensAWaitAndNeverShortensIt(int status, String value, int seconds) {
        Exchange exchange = answered(status, Map.of("Retry-After", value));

        assertThat(judge.afterExchange(exchange, RetryOptions.STANDARD, progress(1))
                        .dueAt())
                .isEqualTo(NOW.plusSeconds(seconds));
    }

    @Test
    void anExpiredEventIsNotTriedAgain() {
        Progress soonExpired = new Progress(1, NOW.plusSeconds(4), NOW);

        Outcome outcome = judge.afterExchange(answered(500, Map.of()), RetryOptions.STANDARD, soonExpired);

        assertThat(outcome.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(outcome.reason()).contains("2026-01-31T12:00:04Z").contains("500");
    }

    @ParameterizedTest
    @CsvSource({"500, abort-message, FAILED, false", "404, DISABLE, FAILED, true", "204, disable, DELIVERED, true"})
    void aTargetCanEndADeliveryOrAllOfThem(int status, String signal, DeliveryState state, boolean endsSubscription) {
        Exchange exchange = answered(status, Map.of("Webhook-Delivery", signal));

        Outcome outcome = judge.afterExchange(exchange, RetryOptions.STANDARD, progress(1));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Settled.class, settled -> {
            assertThat(settled.state()).isEqualTo(state);
            assertThat(settled.endsSubscription()).isEqualTo(endsSubscription);
        });
    }

    @Test
    void aSubscriptionsOwnScheduleReplacesThatOfAll() {
        RetryOptions once = new RetryOptions(
                Optional.of(new RetrySchedule(List.of())), new OutcomeTable(Map.of("404", Ruling.DELIVERED)));

        assertThat(judge.afterExchange(answered(500, Map.of()), once, progress(1))
                        .state())
                .isEqualTo(DeliveryState.FAILED);
        assertThat(judge.afterExchange(answered(404, Map.of()), once, progress(1))
                        .state())
                .isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void aSilentPolicyPutsOffAndNeverGivesUp() {
        assertThat(judge.afterSilentPolicy("silence", 500, progress(1)))
                .isEqualTo(new Outcome.Postponed("silence", NOW.plusSeconds(60)));
    }

    private Outcome after(int status, int attempts) {
        return judge.afterExchange(answered(status, Map.of()), RetryOptions.STANDARD, progress(attempts));
    }

    private static Progress progress(int attempts) {
        return new Progress(attempts, null, NOW);
    }

    private static Exchange answered(int status, Map<String, String> headers) {
        return new Answered(status, headers, "", 0, Duration.ofMillis(1));
    }
}
