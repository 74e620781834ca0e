package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fanfare.testing.Answer;
import org.fanfare.testing.JsonTexts;
import org.fanfare.testing.Posted;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.junit.jupiter.api.Test;

/** Events that go together, as the CloudEvents HTTP binding 1.0.2 (3.3) has it, on whatever database. */
abstract class BatchStories extends Pipeline {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String BATCH = "\"delivery\": \"cloudevents-batch\"";

    @Test
    void manyEventsArriveInArraysEachOnce() {
        subscribe(BATCH);
        List<String> events = postMany(250);

        events.forEach(event -> awaitState(event, "delivered"));

        assertThat(arrivals()).hasSize(250).doesNotHaveDuplicates();
        assertThat(target.requests()).hasSizeLessThan(125).allSatisfy(request -> {
            assertThat(request.header("Content-Type")).isEqualTo("application/cloudevents-batch+json");
            assertThat(events(request)).isNotEmpty().hasSizeLessThanOrEqualTo(100);
        });
        assertThat(target.requests().stream().map(ReceivedRequest::webhookId)).doesNotHaveDuplicates();
        events.forEach(event -> assertThat(onlyDelivery(event).getJsonArray("attempts"))
                .as("attempts of %s", event)
                .hasSize(1));
    }

    @Test
    void aBatchIsNoLargerThanTheSubscriptionWantsIt() {
        subscribe(BATCH + ", \"batch\": {\"size\": 3, \"delay\": \"PT2S\"}");

        postMany(9).forEach(event -> awaitState(event, "delivered"));

        assertThat(arrivals()).hasSize(9).doesNotHaveDuplicates();
        assertThat(target.requests())
                .hasSizeLessThan(9)
                .allSatisfy(request -> assertThat(events(request)).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void whatATargetRefusesIsTriedAgainForEachEvent() {
        target.answering(Answer.status(500), Answer.status(204));
        subscribe(BATCH + ", \"schedule\": [\"PT1S\", \"PT1S\", \"PT1S\"]");

        List<String> events = postMany(20);
        events.forEach(event -> awaitState(event, "delivered"));

        List<String> refused = ids(target.requests().get(0));
        assertThat(refused).isNotEmpty();
        Map<String, Integer> times = new HashMap<>();
        arrivals().forEach(id -> times.merge(id, 1, Integer::sum));
        assertThat(times)
                .hasSize(20)
                .allSatisfy((id, count) ->
                        assertThat(count).as("arrivals of %s", id).isEqualTo(refused.contains(id) ? 2 : 1));
        for (String event : events) {
            JsonObject delivery = onlyDelivery(event);
            assertThat(delivery.getJsonArray("attempts")).hasSizeBetween(1, 2);
            assertThat(attempt(delivery, delivery.getJsonArray("attempts").size())
                            .getBoolean("succeeded"))
                    .isTrue();
        }
    }

    @Test
    void anEventThatTheTargetRefusesCostsNoOthersOfItsBatch() {
        target.answering(request -> Answer.status(request.text().contains("\"bad-" + type + "\"") ? 400 : 204));
        subscribe(BATCH + ", \"batch\": {\"size\": 6, \"delay\": \"PT2S\"}");

        List<String> good = postMany(5);
        String bad = post(Posted.event(type, "bad-" + type));

        awaitState(bad, "failed");
        good.forEach(event -> awaitState(event, "delivered"));
        ReceivedRequest refused = target.requests().stream()
                .filter(request -> ids(request).contains("bad-" + type))
                .findFirst()
                .orElseThrow();
        int company = ids(refused).size();
        assertThat(arrivals()).hasSize(company == 1 ? 6 : 6 + company);
        assertThat(onlyDelivery(bad).getJsonArray("attempts")).hasSize(company == 1 ? 1 : 2);
    }

    @Test
    void anEventThatThePolicyDeniesIsLeftOut() {
        policy.refuse(user, "\"secret-" + type + "\"");
        subscribe(BATCH + ", \"batch\": {\"size\": 5, \"delay\": \"PT2S\"}");

        List<String> allowed = IntStream.range(0, 4).mapToObj(i -> post()).toList();
        String secret = post(Posted.event(type, "secret-" + type));

        assertThat(awaitDelivery(secret, "denied", 0).getString("state")).isEqualTo("denied");
        allowed.forEach(event -> awaitDelivery(event, "delivered"));
        assertThat(arrivals()).hasSize(4).doesNotHaveDuplicates().doesNotContain("secret-" + type);
    }

    @Test
    void eventsOfDifferentVersionsDoNotShareABatch() {
        subscribe(BATCH + ", \"extensions\": {\"mine\": \"yes\"}");

        List<String> old = postMany(5);
        IntStream.range(0, 5).forEach(i -> accept("new-" + i, ""));
        old.forEach(event -> awaitState(event, "delivered"));
        await().atMost(LONG).untilAsserted(() -> assertThat(arrivals()).hasSize(10));

        assertThat(target.requests()).allSatisfy(request -> {
            Set<Boolean> areOld = events(request).stream()
                    .map(event -> event.containsKey("cloudEventsVersion"))
                    .collect(Collectors.toSet());
            assertThat(areOld).hasSize(1);
            assertThat(events(request))
                    .allSatisfy(event -> assertThat(
                                    areOld.contains(true)
                                            ? event.getJsonObject("extensions").getString("mine")
                                            : event.getString("mine"))
                            .isEqualTo("yes"));
        });
    }

    @Test
    void eventsWithOneKeyComeOneAfterTheOtherAndNeverTogether() {
        subscribe(BATCH + ", \"ordering\": \"key\", \"batch\": {\"delay\": \"PT0.2S\"}");

        for (int i = 0; i < 4; i++) {
            accept("a-" + i, ", \"partitionkey\": \"a\"");
            accept("b-" + i, ", \"partitionkey\": \"b\"");
        }
        await().atMost(LONG).untilAsserted(() -> assertThat(arrivals()).hasSize(8));

        for (String key : List.of("a", "b")) {
            assertThat(arrivals().stream().filter(id -> id.startsWith(key)))
                    .containsExactly(key + "-0", key + "-1", key + "-2", key + "-3");
        }
        assertThat(target.requests())
                .allSatisfy(request -> assertThat(ids(request).stream().map(id -> id.substring(0, 1)))
                        .doesNotHaveDuplicates());
    }

    @Test
    void aBatchIsSignedAsAWhole() throws Exception {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        subscribe(BATCH + ", \"signing\": {\"secret\": \"%s\"}".formatted(secret));

        postMany(3).forEach(event -> awaitState(event, "delivered"));

        for (ReceivedRequest request : target.requests()) {
            new Webhook(secret).verify(request.text(), new HashMap<>(request.headers()));
        }
    }

    @Test
    void aSampleIsABatchOfOne() {
        String id = subscribe(BATCH).json().getString("id");

        JsonObject report = owner.post("/eventmatch/" + id + "/test", "").json();

        assertThat(report.getBoolean("delivered")).isTrue();
        assertThat(events(target.requests().get(0))).hasSize(1);
        assertThat(target.requests().get(0).header("Content-Type")).isEqualTo("application/cloudevents-batch+json");
    }

    @Test
    void wrongBoundsAreRefusedByTheirNames() {
        Reply refused = owner.post(
                "/subscriptions", body(BATCH + ", \"batch\": {\"size\": 1001, \"delay\": \"PT1H\", \"bytes\": 1}"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers())
                .containsExactly("/config/batch/bytes", "/config/batch/delay", "/config/batch/size");
    }

    private List<String> postMany(int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> post(Posted.event(type)))
                .toList();
    }

    private void accept(String id, String more) {
        Reply accepted = producer.post("/receive", """
                {"specversion": "1.0", "type": "%s", "source": "/%s", "id": "%s"%s}""".formatted(type, type, id, more));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    }

    private static List<JsonObject> events(ReceivedRequest request) {
        return JsonTexts.array(request.text()).getValuesAs(JsonObject.class);
    }

    private static List<String> ids(ReceivedRequest request) {
        return events(request).stream()
                .map(event -> event.getString(event.containsKey("id") ? "id" : "eventID"))
                .toList();
    }

    /** The ids of the events that came, as often as they came. */
    private List<String> arrivals() {
        return target.requests().stream()
                .flatMap(request -> ids(request).stream())
                .toList();
    }

    private void awaitState(String event, String state) {
        await().pollDelay(Duration.ZERO)
                .atMost(LONG)
                .untilAsserted(() -> assertThat(onlyDelivery(event).getString("state"))
                        .as(onlyDelivery(event).toString())
                        .isEqualTo(state));
    }

    private Reply subscribe(String config) {
        Reply created = owner.post("/subscriptions", body(config));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created;
    }

    private String body(String config) {
        return """
                {"protocol": "HTTP", "sink": "%s", "types": ["%s"], "config": {%s}}""".formatted(target.url(), type, config);
    }
}
