package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What follows from a target's answers, as a subscription can change it. */
@ExtendWith(SharedFanfare.class)
class OutcomeIT extends Pipeline {

    @Test
    void anAnswerThatNoOtherAttemptCouldChangeSettlesAtOnce() {
        target.answering(Answer.status(422));
        subscribe();

        JsonObject delivery = awaitDelivery(post(), "failed", 1);

        assertThat(delivery.getString("reason")).contains("422");
        assertThat(attempt(delivery, 1).getBoolean("succeeded")).isFalse();
    }

    @Test
    void aTargetCanAskForNoOtherAttempt() {
        target.answering(Answer.of(503, Map.of("webhook-delivery", "abort-message"), ""));
        subscribe();

        assertThat(awaitDelivery(post(), "failed", 1).getString("reason")).contains("asked for no other attempt");
    }

    @Test
    void aSubscriptionHasItsOwnScheduleAndOutcomes() {
        target.answering(Answer.status(400), Answer.status(409));
        subscribeWith("\"schedule\": [\"PT1S\"], \"outcomes\": {\"400\": \"retry\", \"409\": \"delivered\"}");

        JsonObject delivery = awaitDelivery(post(), "delivered", 2);

        assertThat(attempt(delivery, 2).getBoolean("succeeded")).isTrue();
    }

    @Test
    void anEmptyScheduleIsOneAttempt() {
        target.answering(Answer.status(500));
        subscribeWith("\"schedule\": []");

        awaitDelivery(post(), "failed", 1);
    }

    @Test
    void anExpiredEventIsNotTriedAgain() {
        target.answering(Answer.status(500));
        subscribe();
        JsonObject delivery = awaitDelivery(post("""
                {"cloudEventsVersion": "0.1", "eventType": "%1$s", "source": "/%1$s", "eventID": "1",
                "extensions": {"expirytime": "2026-01-31T12:00:00Z"}}""".formatted(type)), "failed", 1);

        assertThat(delivery.getString("reason")).contains("expires at 2026-01-31T12:00:00Z");
    }

    @Test
    void retryAfterIsWaitedFor() {
        target.answering(Answer.of(429, Map.of("Retry-After", "3"), ""), Answer.status(204));
        subscribe();

        awaitDelivery(post(), "delivered", 2);

        List<ReceivedRequest> requests = target.requests();
        assertThat(requests.get(1).at()).isAfterOrEqualTo(requests.get(0).at().plusSeconds(3));
    }

    @Test
    void thePermissionOfASubscriptionIsAPolicyQuestion() {
        subscribeWith("\"permission\": \"may read\"");

        awaitDelivery(post(), "delivered");

        assertThat(policy.questionsAbout(user))
                .singleElement()
                .satisfies(
                        question -> assertThat(question.query()).isIn("permission=may%20read", "permission=may+read"));
    }

    @Test
    void aWrongOptionIsRefusedByItsName() {
        Reply refused = owner.post("/subscriptions", body("\"schedule\": [\"later\"], \"outcomes\": {\"404\": \"x\"}"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("/config/schedule/0").contains("/config/outcomes/404");
    }

    @Test
    void optionsAreShownAsTheyWereSent() {
        Reply created =
                owner.post("/subscriptions", body("\"schedule\": [\"PT1S\"], \"outcomes\": {\"5xx\": \"fail\"}"));

        JsonObject config = created.json().getJsonObject("config");

        assertThat(config.getJsonArray("schedule").getString(0)).isEqualTo("PT1S");
        assertThat(config.getJsonObject("outcomes").getString("5xx")).isEqualTo("fail");
    }

    private void subscribeWith(String config) {
        FanfareClient client = owner;
        assertThat(client.post("/subscriptions", body(config)).status()).isEqualTo(201);
    }

    private String body(String config) {
        return """
                {"protocol": "HTTP", "sink": "%s", "types": ["%s"], "config": {%s}}""".formatted(target.url(), type, config);
    }
}
