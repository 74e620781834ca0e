package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;

/** What becomes of the events of subscriptions that are disabled or deleted; on whatever database. */
abstract class DisabledStories extends HealthPipeline {

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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
