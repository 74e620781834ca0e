package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what subscriptions are disabled, and who is told; on whatever database. */
abstract class HealthStories extends HealthPipeline {

    final FakeTarget told = new FakeTarget();

    @AfterEach
    void hangUp() {
        told.close();
    }

    @Test
    void aTargetThatIsGoneDisablesItsSubscriptionAndTheOwnerIsTold() {
        target.answering(Answer.status(410));
        String path = subscribe("\"health\": \"never\"");
        FakeTarget stranger = new FakeTarget();
        try (stranger) {
            listen(owner, told, "disabled", path);
            listen(operator, told, "disabled", path);
            listen(owner.as(SharedFanfare.newUser()), stranger, "disabled", path);

            awaitDelivery(post(), "failed", 1);

            await().atMost(IN_TIME)
                    .untilAsserted(() -> assertThat(told.requests()).hasSize(2));
            JsonObject event = told.requests().get(0).json();
            assertThat(event.getString("type")).isEqualTo("org.fanfare.subscription.disabled");
            assertThat(event.getJsonObject("data").getString("subscription")).isEqualTo(id(path));
            assertThat(event.getJsonObject("data").getString("because")).isEqualTo("target");
            assertThat(event.getJsonObject("data").getString("reason")).contains("410");
            assertThat(config(path).getString("error")).contains("410");
            assertThat(awaitDelivery(post(), "held", 0).getString("reason")).contains("410");
            assertThat(stranger.requests()).isEmpty();

            listen(owner, told, "enabled", path);
            owner.put("/eventmatch/" + id(path), ENABLE);
            await().atMost(IN_TIME)
                    .untilAsserted(() -> assertThat(told.requests()).hasSize(3));
            assertThat(config(path).getBoolean("disabled")).isFalse();
        }
    }

    @Test
    void aTargetCanTakeAnEventAndWantNoMore() {
        target.answering(Answer.of(200, Map.of("webhook-delivery", "disable"), ""));
        String path = subscribe("");

        awaitDelivery(post(), "delivered", 1);

        awaitDisabled(path);
        awaitDelivery(post(), "held", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out of order", ""})
    void pacificaDisablesAtTheFirstFailureAndKeepsItsText(String body) {
        target.answering(Answer.of(500, Map.of(), body));
        String path = subscribe("\"health\": \"pacifica\"");

        JsonObject held = awaitDelivery(post(), "held", 1);

        assertThat(config(path).getString("error")).isEqualTo(body.isEmpty() ? "the target answered 500" : body);
        assertThat(held.getString("reason")).contains(body);
        assertThat(target.requests()).hasSize(1);
    }

    @Test
    void ntiDisablesWhenTheLastFiftyAllFailedAndWarnsBefore() {
        target.answering(Answer.status(204), Answer.status(500));
        String path = subscribe("\"health\": \"nti\", \"schedule\": []");
        listen(owner, told, "warning", path);
        awaitDelivery(post(), "delivered");

        List<String> events = IntStream.range(0, 49).mapToObj(i -> post()).toList();
        events.forEach(event -> awaitDelivery(event, "failed", 1));
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(told.requests())
                        .extracting(
                                request -> request.json().getJsonObject("data").getInt("percent"))
                        .containsExactlyInAnyOrder(50, 70, 90));
        assertThat(config(path).getBoolean("disabled")).isFalse();

        awaitDelivery(post(), "failed", 1);

        awaitDisabled(path);
        assertThat(config(path).getString("error"))
                .startsWith("Deliveries are suspended: the last 50 deliveries all failed;");
    }

    @Test
    void aSuccessEndsTheRowOfFailuresAlsoWhereOthersSucceedAtTheSameTime() {
        String path = subscribe("\"health\": \"nti\", \"schedule\": []");
        FanfareClient others = owner.as(SharedFanfare.newUser());
        IntStream.range(0, 5).forEach(i -> subscribe(others, Wish.ofType(type, told.url("/" + i))));
        failInARow(30);
        target.answering(Answer.status(204));
        awaitOwn(post(), "delivered");

        failInARow(30);

        assertThat(config(path).getBoolean("disabled")).isFalse();
        failInARow(20);
        awaitDisabled(path);
    }

    private void failInARow(int count) {
        target.answering(Answer.status(500));
        List<String> events = IntStream.range(0, count).mapToObj(i -> post()).toList();
        events.forEach(event -> awaitOwn(event, "failed"));
    }

    private void awaitOwn(String event, String state) {
        await().atMost(IN_TIME)
                .untilAsserted(
                        () -> assertThat(ownDelivery(event).getString("state")).isEqualTo(state));
    }

    @Test
    void ntiDisablesWhenThePolicyKnowsNothingOfTheOwnerFiftyTimes() {
        policy.answer(user, Answer.status(404));
        String path = subscribe("\"health\": \"nti\"");

        IntStream.range(0, 50).mapToObj(i -> post()).toList().forEach(event -> awaitDelivery(event, "denied", 0));

        awaitDisabled(path);
        assertThat(config(path).getString("error")).contains("knew nothing of the owner or the permission 50 times");
    }

    @Test
    void whatFailedBeforeASubscriptionWasEnabledCountsNoMore() {
        target.answering(Answer.status(500));
        String path = subscribe("\"health\": \"nti\", \"schedule\": []");
        IntStream.range(0, 49).mapToObj(i -> post()).toList().forEach(event -> awaitDelivery(event, "failed", 1));
        String options = "\"health\": \"nti\", \"schedule\": []";
        assertThat(owner.put(path, body(options + ", \"disabled\": true")).status())
                .isEqualTo(200);
        assertThat(owner.put(path, body(options)).status()).isEqualTo(200);

        awaitDelivery(post(), "failed", 1);

        assertThat(config(path).getBoolean("disabled")).isFalse();
    }

    @Test
    void anAnnouncementDoesNotReachTheSubscriptionItIsAbout() {
        target.answering(Answer.status(410));
        String all = subscribe(owner, Wish.to(target.url(), "$.subject"));
        try {
            listen(owner, told, "disabled", all);
            post("""
                    {"cloudEventsVersion": "0.1", "eventType": "%1$s", "source": "/%1$s", "eventID": "1", "subject": "x"}""".formatted(type));

            await().atMost(IN_TIME)
                    .untilAsserted(() -> assertThat(told.requests()).hasSize(1));

            assertThat(owner.get(all + "/deliveries").array()).hasSize(1);
            String event = operator.get("/events?source=/subscriptions/" + id(all))
                    .array()
                    .getJsonObject(0)
                    .getString("id");
            assertThat(owner.get("/events/" + event + "/explain?subscription=" + id(all))
                            .json()
                            .getString("reason"))
                    .contains("about this subscription");
        } finally {
            owner.delete(all); // it matches what other tests post, too
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"health\": \"strict\"", "\"health\": 5", "\"history\": 0", "\"history\": \"many\""})
    void wrongOptionsAreRefused(String option) {
        Reply refused = owner.post("/subscriptions", body(option));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/config/" + option.split("\"")[1]);
    }

    /** Subscribes to what Fanfare tells about a subscription. */
    private static void listen(FanfareClient listener, FakeTarget target, String what, String path) {
        subscribe(
                listener,
                Wish.to(
                        target.url(),
                        "$[?(@.type = \"org.fanfare.subscription.%s\" and @.subject = \"%s\")]"
                                .formatted(what, id(path))));
    }
}
