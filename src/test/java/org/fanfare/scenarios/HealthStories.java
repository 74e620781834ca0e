package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Subscriptions that are disabled, by whom or whatever, and what becomes of their events; on whatever database. */
abstract class HealthStories extends Pipeline {

    private static final String ENABLE = "{\"disabled\": null, \"error\": null}";

    final FakeTarget told = new FakeTarget();

    @AfterEach
    void hangUp() {
        told.close();
    }

    @Test
    void whatComesWhileASubscriptionIsDisabledIsHeld() {
        String path = subscribe();
        owner.put(path, "{\"disabled\": \"2026-01-31T12:00:00\", \"error\": \"on holiday\"}");

        String event = post();

        JsonObject held = awaitDelivery(event, "held", 0);
        assertThat(held.getString("reason"))
                .isEqualTo("the subscription was disabled at 2026-01-31T12:00:00 (UTC): on holiday");
        assertThat(held).doesNotContainKeys("dueAt", "settledAt");
        assertThat(config(path).getInt("held")).isEqualTo(1);

        owner.put(path, ENABLE);
        awaitDelivery(post(), "delivered");
        assertThat(onlyDelivery(event).getString("state"))
                .as("until it is released")
                .isEqualTo("held");
        assertThat(target.requests()).hasSize(1);
    }

    @Test
    void aDeletedSubscriptionIsNotMatched() {
        String deleted = subscribe();
        owner.put(deleted, "{\"disabled\": \"2026-01-31T12:00:00\"}");
        owner.delete(deleted);
        String live = subscribe();

        JsonObject only = awaitDelivery(post(), "delivered");

        assertThat("/eventmatch/" + only.getString("subscription")).isEqualTo(live);
    }

    @Test
    void whatIsOwedIsHeldOnceTheSubscriptionIsDisabled() {
        target.answering(Answer.status(500));
        String path = subscribe();
        String event = post();
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(target.requests()).isNotEmpty());

        owner.put(path, "{\"disabled\": \"2026-01-31T12:00:00\"}");

        await().atMost(IN_TIME)
                .untilAsserted(
                        () -> assertThat(onlyDelivery(event).getString("state")).isEqualTo("held"));
        assertThat(onlyDelivery(event).getJsonArray("attempts")).isNotEmpty();
    }

    @Test
    void whereOrderIsKeptLaterOnesWaitBehindWhatIsHeld() {
        String path = subscribe("\"ordering\": \"key\"");
        assertThat(owner.put(path, body("\"ordering\": \"key\", \"disabled\": true"))
                        .status())
                .isEqualTo(200);
        String held = postWithKey("a");
        awaitDelivery(held, "held", 0);
        assertThat(owner.put(path, body("\"ordering\": \"key\"")).status()).isEqualTo(200);

        String behind = postWithKey("a");
        String other = postWithKey("b");

        awaitDelivery(other, "delivered");
        await().atMost(IN_TIME)
                .untilAsserted(() ->
                        assertThat(onlyDelivery(behind).getString("reason", "")).contains("same key"));
        assertThat(onlyDelivery(behind).getString("state")).isEqualTo("pending");
        assertThat(onlyDelivery(held).getString("state")).isEqualTo("held");
    }

    private String postWithKey(String key) {
        Reply accepted =
                producer.call("POST", "/receive", Map.of("Content-Type", "application/cloudevents+json"), """
                {"specversion": "1.0", "id": "%s", "source": "/x", "type": "%s", "partitionkey": "%s"}""".formatted(
                                UUID.randomUUID(), type, key));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        return accepted.member("id");
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

        assertThat(config(path).getBoolean("disabled")).isTrue();
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

        assertThat(config(path).getBoolean("disabled")).isTrue();
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
        assertThat(config(path).getBoolean("disabled")).isTrue();
    }

    private void failInARow(int count) {
        target.answering(Answer.status(500));
        List<String> events = IntStream.range(0, count).mapToObj(i -> post()).toList();
        events.forEach(event -> awaitOwn(event, "failed"));
    }

    /** The owner's delivery of an event of which others have some, too. */
    private void awaitOwn(String event, String state) {
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(onlyDelivery(event, owner).getString("state"))
                        .isEqualTo(state));
    }

    @Test
    void ntiDisablesWhenThePolicyKnowsNothingOfTheOwnerFiftyTimes() {
        policy.answer(user, Answer.status(404));
        String path = subscribe("\"health\": \"nti\"");

        IntStream.range(0, 50).mapToObj(i -> post()).toList().forEach(event -> awaitDelivery(event, "denied", 0));

        assertThat(config(path).getBoolean("disabled")).isTrue();
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

    @Test
    void allOfAnOwnersSubscriptionsAreDeletedAtOnce() {
        FanfareClient other = owner.as(SharedFanfare.newUser());
        IntStream.range(0, 3).forEach(i -> subscribe());
        String kept = subscribe(other, Wish.unfulfilled());

        assertThat(owner.call("DELETE", "/subscriptions?onwer=x").status()).isEqualTo(400);
        assertThat(owner.call("DELETE", "/subscriptions?owner=olga").status()).isEqualTo(403);
        assertThat(owner.delete("/subscriptions").text()).isEqualTo("{\"deleted\":3}");
        assertThat(owner.get("/subscriptions").array()).isEmpty();
        assertThat(other.get(kept).status()).isEqualTo(200);

        subscribe();
        assertThat(operator.delete("/subscriptions?owner=" + encoded(user)).text())
                .isEqualTo("{\"deleted\":1}");
        assertThat(owner.delete("/subscriptions").text()).isEqualTo("{\"deleted\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"health\": \"strict\"", "\"health\": 5", "\"history\": 0", "\"history\": \"many\""})
    void wrongOptionsAreRefused(String option) {
        Reply refused = owner.post("/subscriptions", body(option));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/config/" + option.split("\"")[1]);
    }

    /** The path of a new subscription with these options. */
    private String subscribe(String options) {
        Reply created = owner.post("/subscriptions", body(options));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return "/subscriptions/" + created.member("id");
    }

    private String body(String options) {
        return """
                {"protocol": "HTTP", "sink": "%s", "types": ["%s"], "config": {%s}}""".formatted(target.url(), type, options);
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

    private JsonObject config(String path) {
        return owner.get("/subscriptions/" + id(path)).json().getJsonObject("config");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
