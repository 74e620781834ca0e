package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was to be delivered once is delivered anew. */
abstract class ReplayStories extends Pipeline {

    /** Settles a delivery as failed at once. */
    private static final Answer NO = Answer.status(400);

    private static final Answer YES = Answer.status(204);
    private static final String EVER = "{\"since\": \"2020-01-01T00:00:00\"}";

    @Test
    void aFailedDeliveryIsRetriedAtOnceUnderTheSameId() {
        target.answering(NO, YES);
        subscribe();
        String event = post();
        JsonObject failed = awaitDelivery(event, "failed");

        Reply retried = owner.post("/deliveries/" + failed.getString("id") + "/retry", "");

        assertThat(retried.status()).as(retried.text()).isEqualTo(202);
        assertThat(retried.member("id")).isEqualTo(failed.getString("id"));
        JsonObject delivered = awaitDelivery(event, "delivered", 2);
        assertThat(target.requests()).extracting(ReceivedRequest::webhookId).containsOnly(failed.getString("id"));
        assertThat(owner.get("/deliveries/" + failed.getString("id")).json()).isEqualTo(delivered);
    }

    @Test
    void aRetryGoesThroughTheWholeScheduleAgain() {
        target.answering(Answer.status(500));
        subscribe();
        String event = post();
        String id = awaitDelivery(event, "failed", 4).getString("id");

        owner.post("/deliveries/" + id + "/retry", "");

        JsonObject again = awaitDelivery(event, "failed", 8);
        assertThat(again.getString("reason")).contains("4 attempts");
    }

    @Test
    void whatIsPendingCannotBeRetried() {
        policy.answer(user, Answer.status(500));
        subscribe();
        String id = onlyDeliveryOnceThere(post()).getString("id");

        Reply refused = owner.post("/deliveries/" + id + "/retry", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.member("detail")).contains("pending");
    }

    @Test
    void othersDeliveriesAreNotThere() {
        subscribe();
        String id = awaitDelivery(post(), "delivered").getString("id");

        assertThat(producer.get("/deliveries/" + id).status()).isEqualTo(404);
        assertThat(producer.post("/deliveries/" + id + "/retry", "").status()).isEqualTo(404);
        assertThat(operator.get("/deliveries/" + id).status()).isEqualTo(200);
        assertThat(producer.get("/deliveries").array()).isEmpty();
        assertThat(producer.get("/deliveries?owner=somebody").status()).isEqualTo(400);
    }

    @Test
    void theRetryOfADeniedDeliveryShowsNothingBeforeThePolicyHasSpoken() {
        policy.refuse(user);
        subscribe();
        String event = post();
        String id = awaitDelivery(event, "denied", 0).getString("id");
        policy.answer(user, Answer.status(500));

        assertThat(owner.post("/deliveries/" + id + "/retry", "").status()).isEqualTo(202);

        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(policy.questionsAbout(user)).hasSizeGreaterThanOrEqualTo(3));
        assertThat(onlyDelivery(event).getString("state")).isEqualTo("pending");
        assertThat(owner.get("/events/" + event).json()).doesNotContainKey("event");
        assertThat(owner.get("/events").array()).isEmpty();

        policy.allow(user);
        awaitDelivery(event, "delivered");
        assertThat(owner.get("/events/" + event).json()).containsKey("event");
        assertThat(owner.get("/events").array()).hasSize(1);
    }

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
        List<String> events = posted(3);
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
        posted(2);
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
        List<String> events = posted(2);
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
    void aSlowJobShowsItsProgressAndIsCancelled() {
        String path = subscribe();
        delivered(30);

        String job = order(path + "/replay", "{\"since\": \"2020-01-01T00:00:00\", \"rate\": 1}");
        await().atMost(IN_TIME).until(() -> owner.get(job).json().getInt("done") > 0);
        Reply cancelled = owner.post(job + "/cancel", "");

        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
        assertThat(cancelled.member("state")).isEqualTo("cancelled");
        assertThat(cancelled.json().getInt("done")).isBetween(1, 29);
        assertThat(cancelled.json().getInt("total")).isEqualTo(30);
        assertThat(owner.post(job + "/cancel", "").status()).isEqualTo(409);
        int done = cancelled.json().getInt("done");
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(target.requests()).hasSize(30 + done));
        assertThat(owner.get(job).json()).isEqualTo(cancelled.json());
    }

    @Test
    void aJobEndsWithItsSubscription() {
        String path = subscribe();
        delivered(20);
        String deleted = order(path + "/replay", "{\"since\": \"2020-01-01T00:00:00\", \"rate\": 1}");

        owner.delete(path);

        JsonObject job = finished(deleted);
        assertThat(job.getString("state")).isEqualTo("cancelled");
        assertThat(job.getString("reason")).contains("deleted");
    }

    @Test
    void aDisabledSubscriptionIsNotReplayedTo() {
        String path = subscribe();
        String id = awaitDelivery(post(), "delivered").getString("id");
        owner.put(path, "{\"disabled\": \"2026-01-01T00:00:00\"}");

        for (String kind : List.of("recover", "replay", "replay-missing")) {
            assertThat(owner.post(path + "/" + kind, EVER).status()).as(kind).isEqualTo(409);
        }
        assertThat(owner.post(path + "/release", "").status()).isEqualTo(409);
        assertThat(owner.post("/deliveries/" + id + "/retry", "").status()).isEqualTo(409);
        assertThat(owner.post(path + "/drop", "").status()).isEqualTo(202);
    }

    @Test
    void anOwnerHasNoMoreThanSomeJobsAtOnce() {
        String path = subscribe();
        delivered(10);
        String slowly = "{\"since\": \"2020-01-01T00:00:00\", \"rate\": 1}";
        List<String> jobs = IntStream.range(0, 4)
                .mapToObj(i -> order(path + "/replay", slowly))
                .toList();

        assertThat(owner.post(path + "/replay", slowly).status()).isEqualTo(409);

        jobs.forEach(job -> owner.post(job + "/cancel", ""));
        assertThat(owner.post(path + "/replay", slowly).status()).isEqualTo(202);
    }

    @Test
    void jobsAreTheirOwnersAndTheOperators() {
        String path = subscribe();
        String first = order(path + "/replay", EVER);
        String second = order(path + "/recover", EVER);

        assertThat(owner.get("/jobs").array().getValuesAs(JsonObject.class))
                .extracting(job -> "/jobs/" + job.getString("id"))
                .containsExactly(second, first);
        assertThat(operator.get(first).status()).isEqualTo(200);
        assertThat(producer.get(first).status()).isEqualTo(404);
        assertThat(producer.post(first + "/cancel", "").status()).isEqualTo(404);
        assertThat(producer.get("/jobs").array()).isEmpty();
        assertThat(producer.post(path + "/replay", EVER).status()).isEqualTo(403);
        assertThat(producer.post(path + "/dry-run", "{}").status()).isEqualTo(403);
        assertThat(as("nobody")
                        .post("/events/01a201af-0000-7000-8000-000000000000/replay", "{}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    recover        | {}                                                    | /since
                    replay         | {"until": "2026-01-01T00:00:00"}                      | /since
                    replay         | {"since": "yesterday"}                                | /since
                    replay         | {"since": "2026-01-02T00:00:00", "until": "2026-01-01T00:00:00"} | /until
                    replay-missing | {"rate": 0}                                           | /rate
                    replay-missing | {"rate": "fast"}                                      | /rate
                    release        | {"since": "2026-01-02T00:00:00"}                      | /since
                    dry-run        | {"limit": 1001}                                       | /limit
                    dry-run        | {"before": "x"}                                       | /before
                    """)
    void whatIsWrongInABodyIsNamed(String kind, String body, String pointer) {
        Reply refused = owner.post(subscribe() + "/" + kind, body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly(pointer);
    }

    @Test
    void aDryRunSaysWhatMatchesAndWhetherItWasDeliveredAndSendsNothing() {
        String early = post();
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

    @Test
    void deliveriesAreFoundByStateSubscriptionEventAndTime() {
        target.answering(NO, YES);
        String path = subscribe();
        String subscription = path.substring(path.lastIndexOf('/') + 1);
        String failedEvent = post();
        JsonObject failed = awaitDelivery(failedEvent, "failed");
        JsonObject delivered = awaitDelivery(post(), "delivered");

        assertThat(found("")).containsExactly(delivered, failed);
        assertThat(found("?state=failed")).containsExactly(failed);
        assertThat(found("?state=held")).isEmpty();
        assertThat(found("?subscription=" + subscription)).containsExactly(delivered, failed);
        assertThat(found("?state=delivered&subscription=" + subscription)).containsExactly(delivered);
        assertThat(found("?event=" + failedEvent)).containsExactly(failed);
        assertThat(found("?since=2020-01-01T00:00:00&until=2021-01-01T00:00:00"))
                .isEmpty();
        assertThat(found("?since=2020-01-01T00:00:00&state=failed&limit=1")).containsExactly(failed);
        assertThat(found("?limit=1&offset=1")).containsExactly(failed);
        assertThat(found(operator, "?owner=" + encoded(user))).containsExactly(delivered, failed);
        assertThat(found(operator, "?subscription=" + subscription)).containsExactly(delivered, failed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=broken", "subscription=x", "event=x", "since=yesterday", "limit=0"})
    void aQueryThatIsNoneAnswers400(String query) {
        Reply refused = owner.get("/deliveries?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("query:" + query.split("=")[0]);
    }

    private List<JsonObject> found(String query) {
        return found(owner, query);
    }

    private static List<JsonObject> found(FanfareClient caller, String query) {
        Reply reply = caller.get("/deliveries" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.array().getValuesAs(JsonObject.class);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private FanfareClient as(String name) {
        return owner.as(name + SharedFanfare.newUser());
    }

    private List<String> paths() {
        return target.requests().stream().map(ReceivedRequest::path).toList();
    }

    private JsonObject onlyDeliveryOnceThere(String event) {
        await().atMost(IN_TIME)
                .until(() -> !operator.get("/events/" + event)
                        .json()
                        .getJsonArray("deliveries")
                        .isEmpty());
        return onlyDelivery(event);
    }

    private List<String> posted(int count) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(post());
        }
        return events;
    }

    private void delivered(int count) {
        posted(count).forEach(event -> awaitDelivery(event, "delivered"));
    }

    private String order(String path, String body) {
        return order(owner, path, body);
    }

    /** The path of the new job. */
    private static String order(FanfareClient caller, String path, String body) {
        Reply accepted = caller.post(path, body);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String location = URI.create(accepted.header("Location")).getPath();
        assertThat(location).isEqualTo("/jobs/" + accepted.member("id"));
        return location;
    }

    private JsonObject finished(String job) {
        return finished(job, owner);
    }

    private static JsonObject finished(String job, FanfareClient caller) {
        await().atMost(IN_TIME).until(() -> caller.get(job).json().containsKey("finishedAt"));
        return caller.get(job).json();
    }
}
