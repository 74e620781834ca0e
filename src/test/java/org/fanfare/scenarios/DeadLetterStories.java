package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the events of failed deliveries go. */
abstract class DeadLetterStories extends Pipeline {

    private final FakeTarget morgue = new FakeTarget();

    @AfterEach
    void close() {
        morgue.close();
    }

    @Test
    void aFailedDeliverysEventGoesToTheDeadLetterTargetWithTheReason() {
        target.answering(Answer.status(400));
        subscribe(morgue.url());

        String event = post10();

        JsonObject letter = awaitLetter(event, "delivered");
        JsonObject failed = of(event, false);
        assertThat(letter.getString("deadLetterOf")).isEqualTo(failed.getString("id"));
        ReceivedRequest request = morgue.requests().get(0);
        assertThat(request.webhookId()).isEqualTo(letter.getString("id"));
        assertThat(request.header("Content-Type")).startsWith("application/cloudevents+json");
        assertThat(request.header("Authorization")).as("the target's secret").isNull();
        JsonObject body = request.json();
        assertThat(body.getString("type")).isEqualTo(type);
        assertThat(body.getString("fanfaredelivery")).isEqualTo(failed.getString("id"));
        assertThat(body.getString("fanfarereason")).isEqualTo(failed.getString("reason"));
        assertThat(body.getInt("fanfareattempts")).isEqualTo(1);
        assertThat(target.requests().get(0).header("Authorization")).isNotNull();
    }

    @Test
    void aFailedDeadLetterHasNone() {
        target.answering(Answer.status(400));
        morgue.answering(Answer.status(400));
        subscribe(morgue.url());

        String event = post10();

        awaitLetter(event, "failed");
        assertThat(deliveries(event)).hasSize(2);
        assertThat(owner.get("/deliveries?state=failed").array()).hasSize(2);
    }

    @Test
    void aDeadLetterIsRepeatedAsOthersAre() {
        target.answering(Answer.status(400));
        morgue.answering(Answer.status(500), Answer.status(204));
        subscribe(morgue.url());

        String event = post10();

        assertThat(awaitLetter(event, "delivered").getJsonArray("attempts")).hasSize(2);
    }

    @Test
    void aDeliveryThatFailsAgainIsToldAgainUnderTheSameId() {
        target.answering(Answer.status(400), Answer.status(406));
        subscribe(morgue.url());
        String event = post10();
        awaitLetter(event, "delivered");

        owner.post("/deliveries/" + of(event, false).getString("id") + "/retry", "");

        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(morgue.requests()).hasSize(2));
        assertThat(morgue.requests())
                .extracting(ReceivedRequest::webhookId)
                .containsOnly(of(event, true).getString("id"));
        assertThat(morgue.requests().get(1).json().getString("fanfarereason")).contains("406");
        assertThat(morgue.requests().get(1).json().getInt("fanfareattempts")).isEqualTo(2);
        awaitLetter(event, "delivered");
        assertThat(deliveries(event)).hasSize(2);
    }

    @Test
    void whatIsDeliveredIsNoDeadLetter() {
        subscribe(morgue.url());

        awaitDelivery(post10(), "delivered");

        assertThat(morgue.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/", "ftp://example.org/", "", "nowhere"})
    void aDeadLetterTargetIsCheckedLikeAnyTarget(String url) {
        Reply refused = owner.post("/subscriptions", wish(url));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/config/deadletter");
    }

    private void subscribe(URI deadLetters) {
        Reply created = owner.post("/subscriptions", wish(deadLetters.toString()));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.json().getJsonObject("config").getString("deadletter"))
                .isEqualTo(deadLetters.toString());
    }

    private String wish(String deadLetters) {
        return """
                {"types": ["%s"], "sink": "%s", "protocol": "HTTP", "config": {"deadletter": "%s"},
                "sinkcredential": {"credentialtype": "PLAIN", "identifier": "fanfare", "secret": "open sesame"}}""".formatted(type, target.url(), deadLetters);
    }

    private String post10() {
        Reply accepted =
                producer.call("POST", "/receive", Map.of("Content-Type", "application/cloudevents+json"), """
                {"specversion": "1.0", "type": "%s", "source": "/it", "id": "%s", "data": 1}""".formatted(
                                type, UUID.randomUUID()));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        return accepted.member("id");
    }

    private JsonObject awaitLetter(String event, String state) {
        await().atMost(IN_TIME).untilAsserted(() -> {
            List<JsonObject> made = deliveries(event);
            assertThat(made).as(made.toString()).hasSize(2);
            assertThat(of(event, true).getString("state")).as(made.toString()).isEqualTo(state);
        });
        return of(event, true);
    }

    private JsonObject of(String event, boolean isLetter) {
        return deliveries(event).stream()
                .filter(delivery -> delivery.containsKey("deadLetterOf") == isLetter)
                .findFirst()
                .orElseThrow();
    }

    private List<JsonObject> deliveries(String event) {
        return operator.get("/events/" + event)
                .json()
                .getJsonArray("deliveries")
                .getValuesAs(JsonObject.class);
    }
}
