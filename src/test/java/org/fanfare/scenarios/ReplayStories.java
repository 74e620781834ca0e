package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import org.fanfare.testing.Answer;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;

/** What was to be delivered once is delivered anew by jobs, and what came before is delivered. */
abstract class ReplayStories extends ReplayPipeline {

    @Test
    void recoveringDeliversAnewWhatHasFailedAndNothingElse() {
        target.answering(YES, NO, NO, NO, YES);
        String path = subscribe();
        awaitDelivery(post(), "delivered");
        List<String> events = posted(3);
        events.forEach(event -> awaitDelivery(event, "failed"));

        JsonObject job = finished(order(path + "/recover", EVER));

        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getString("kind")).isEqualTo("recover");
        assertThat(job.getInt("total")).isEqualTo(3);
        assertThat(job.getInt("scanned")).isEqualTo(3);
        assertThat(job.getInt("done")).isEqualTo(3);
        events.forEach(event -> awaitDelivery(event, "delivered", 2));
        assertThat(target.requests()).hasSize(7);
    }

    @Test
    void onlyWhatFailedInTheTimeIsRecovered() {
        target.answering(NO);
        String path = subscribe();
        awaitDelivery(post(), "failed");

        JsonObject job = finished(
                order(path + "/recover", "{\"since\": \"2020-01-01T00:00:00\", \"until\": \"2021-01-01T00:00:00\"}"));

        assertThat(job.getInt("total")).isZero();
        assertThat(job.getInt("done")).isZero();
        assertThat(target.requests()).hasSize(1);
    }

    @Test
    void replayingDeliversAnewEverythingThatMatchedUnderTheSameIds() {
        target.answering(YES, NO, YES);
        String path = subscribe();
        List<String> events = posted(3);
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(target.requests()).hasSize(3));
        events.forEach(event -> await().atMost(IN_TIME)
                .until(() -> !onlyDelivery(event).getString("state").equals("pending")));

        JsonObject job = finished(order(path + "/replay", EVER));

        assertThat(job.getInt("done")).isEqualTo(3);
        events.forEach(event -> awaitDelivery(event, "delivered", 2));
        assertThat(target.requests().stream().map(ReceivedRequest::webhookId).distinct())
                .hasSize(3);
    }

    @Test
    void replayMissingDeliversWhatCameBeforeTheSubscription() {
        List<String> events = missed(3);
        String path = subscribe();

        JsonObject job = finished(order(path + "/replay-missing", "{}"));

        assertThat(job.getInt("done")).as(job.toString()).isEqualTo(3);
        assertThat(job.getInt("scanned")).isGreaterThanOrEqualTo(3);
        events.forEach(event -> awaitDelivery(event, "delivered"));
        JsonObject again = finished(order(path + "/replay-missing", EVER));
        assertThat(again.getInt("done")).isZero();
        assertThat(again.getInt("skipped")).isEqualTo(3);
        assertThat(target.requests()).hasSize(3);
    }

    @Test
    void replayMissingTellsNothingOfWhatThePolicyHides() {
        missed(2);
        String path = subscribe();
        policy.refuse(user);

        JsonObject hidden = finished(order(path + "/replay-missing", EVER));
        JsonObject unfulfilled = finished(order(subscribe(owner, Wish.unfulfilled()) + "/replay-missing", EVER));

        assertThat(hidden.getInt("done")).isZero();
        assertThat(hidden.getInt("skipped")).isEqualTo(unfulfilled.getInt("skipped"));
        assertThat(owner.get(path + "/deliveries").array()).isEmpty();
    }

    @Test
    void replayMissingWaitsForASilentPolicy() {
        List<String> events = missed(2);
        String path = subscribe();
        policy.answer(user, Answer.status(500));

        String job = order(path + "/replay-missing", EVER);

        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(owner.get(job).text()).contains("policy answered 500"));
        policy.allow(user);
        assertThat(finished(job).getInt("done")).isEqualTo(2);
        events.forEach(event -> awaitDelivery(event, "delivered"));
    }

    @Test
    void anEventIsDeliveredAnewToItsOwnersSubscriptionsOrToOne() {
        String one = subscribe(owner, Wish.ofType(type, target.url("/one")));
        subscribe(owner, Wish.ofType(type, target.url("/two")));
        String event = post();
        await().atMost(IN_TIME)
                .untilAsserted(
                        () -> assertThat(operator.get("/events/" + event).text().split("\"delivered\"", -1))
                                .hasSize(3));

        JsonObject both = finished(order("/events/" + event + "/replay", ""));
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(paths()).containsExactlyInAnyOrder("/one", "/one", "/two", "/two"));
        JsonObject nothing = finished(order(producer, "/events/" + event + "/replay", "{}"), producer);
        await().atMost(IN_TIME)
                .until(() -> !operator.get("/events/" + event).text().contains("\"pending\""));
        JsonObject first = finished(order(
                "/events/" + event + "/replay",
                "{\"subscription\": \"" + one.substring(one.lastIndexOf('/') + 1) + "\"}"));

        assertThat(both.getInt("done")).isEqualTo(2);
        assertThat(nothing.getInt("done")).as("the producer has no deliveries").isZero();
        assertThat(first.getInt("done")).isEqualTo(1);
        await().atMost(IN_TIME)
                .untilAsserted(
                        () -> assertThat(paths()).containsExactlyInAnyOrder("/one", "/one", "/one", "/two", "/two"));
    }

    @Test
    void aDryRunSaysWhatMatchesAndWhetherItWasDeliveredAndSendsNothing() {
        String early = missed(1).get(0);
        String path = subscribe();
        JsonObject delivery = awaitDelivery(post(), "delivered");

        Reply run = owner.post(path + "/dry-run", EVER);

        assertThat(run.status()).as(run.text()).isEqualTo(200);
        List<JsonObject> matched = run.json().getJsonArray("matched").getValuesAs(JsonObject.class);
        assertThat(matched).hasSize(2);
        assertThat(matched.get(0).getBoolean("delivered")).isTrue();
        assertThat(matched.get(0).getString("delivery")).isEqualTo(delivery.getString("id"));
        assertThat(matched.get(1).getString("event")).isEqualTo(early);
        assertThat(matched.get(1).getBoolean("delivered")).isFalse();
        assertThat(run.json().getBoolean("complete")).isTrue();
        assertThat(target.requests()).hasSize(1);
    }

    /** The owner's: of the events that he has missed, others have deliveries as well. */
    @Override
    JsonObject onlyDelivery(String event) {
        return ownDelivery(event);
    }

    private List<String> paths() {
        return target.requests().stream().map(ReceivedRequest::path).toList();
    }
}
