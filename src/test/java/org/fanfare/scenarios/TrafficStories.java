package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.Posted;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.junit.jupiter.api.Test;

/** What goes to targets at once, what waits, and that nobody waits for others, on whatever database. */
abstract class TrafficStories extends Pipeline {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int OWED = 1000;
    private static final int MEASURED = 60;

    @Test
    void aTargetThatNeverAnswersHoldsUpNobody() {
        String dead = Posted.newType();
        try (FakeTarget never = new FakeTarget().answering(Answer.hang())) {
            subscribeTo(dead, never, "");
            subscribeTo(type, target, "");
            latencies(MEASURED / 3);
            double[] before = latencies(MEASURED);
            postMany(dead, OWED);
            await().atMost(IN_TIME)
                    .untilAsserted(() -> assertThat(never.requests()).isNotEmpty());

            double[] during = latencies(MEASURED);

            assertThat(during[MEASURED / 2])
                    .as("median, milliseconds, before %s, during %s", Arrays.toString(before), Arrays.toString(during))
                    .isLessThan(2 * before[MEASURED / 2] + 1000);
            assertThat(during[MEASURED - 1])
                    .as(
                            "the longest of %d, before %s, during %s",
                            MEASURED, Arrays.toString(before), Arrays.toString(during))
                    .isLessThan(2 * before[MEASURED - 1] + 4000);
        }
    }

    @Test
    void noMoreRequestsAreUnderWayThanTheSubscriptionAllows() {
        target.answering(Answer.status(204).after(Duration.ofMillis(300)));
        subscribeTo(type, target, "\"inflight\": 2");

        postMany(type, 8);
        awaitRequests(8);

        List<Instant> times = times();
        for (int i = 2; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 2), times.get(i)))
                    .as("from one request to the next but one: %s", times)
                    .isGreaterThan(Duration.ofMillis(250));
        }
    }

    @Test
    void aRateIsHonoured() {
        subscribeTo(type, target, "\"rate\": 4, \"burst\": 1");

        Instant start = Instant.now();
        postMany(type, 9);
        awaitRequests(9);

        List<Instant> times = times();
        assertThat(Duration.between(start, times.get(8)))
                .as("eight intervals of 250 ms, from %s: %s", start, times)
                .isGreaterThanOrEqualTo(Duration.ofMillis(1990));
    }

    @Test
    void anOpenBreakerLeavesTheHostAloneUntilARealDeliveryGoesThrough() {
        target.answering(Answer.status(503));
        subscribeTo(type, target, "\"schedule\": [\"PT1S\", \"PT1S\", \"PT1S\", \"PT1S\", \"PT1S\", \"PT1S\"]");
        List<String> events = new ArrayList<>(List.of(post(), post(), post(), post()));
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(breaker().getString("state")).isEqualTo("open"));

        String late = post();
        await().atMost(IN_TIME).untilAsserted(() -> {
            JsonObject waiting = onlyDelivery(late);
            assertThat(waiting.getString("state")).isEqualTo("pending");
            assertThat(waiting.getJsonArray("attempts")).isEmpty();
        });
        target.answering(Answer.status(204));
        events.add(late);

        events.forEach(event -> awaitState(event, "delivered"));
        assertThat(breaker().getString("state")).isEqualTo("closed");
        assertThat(onlyDelivery(late).getJsonArray("attempts"))
                .as("none was used up while the breaker was open")
                .hasSize(1);
    }

    @Test
    void aLongPauseLetsAllWaitInTheDatabaseAndTellsWhy() {
        target.answering(Answer.of(429, Map.of("Retry-After", "10"), ""), Answer.status(204));
        subscribeTo(type, target, "\"inflight\": 1");
        String first = post();
        awaitRequests(1);
        await().atMost(IN_TIME)
                .untilAsserted(() ->
                        assertThat(onlyDelivery(first).getJsonArray("attempts")).hasSize(1));

        List<String> others = List.of(post(), post(), post());

        others.forEach(event -> await().atMost(IN_TIME).untilAsserted(() -> {
            JsonObject delivery = onlyDelivery(event);
            assertThat(delivery.containsKey("waitingSince"))
                    .as(delivery.toString())
                    .isTrue();
            assertThat(delivery.getString("reason")).contains("asked to be left alone until");
            assertThat(delivery.containsKey("dueAt")).isFalse();
        }));
        others.forEach(event -> awaitState(event, "delivered"));
        awaitState(first, "delivered");
        assertThat(onlyDelivery(others.get(0)).containsKey("waitingSince")).isFalse();
        assertThat(Duration.between(times().get(0), times().get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void deliveriesWithOneKeyArriveInOrderAndAFailingOneHoldsBackOnlyItsKey() {
        target.answering(request -> request.text().contains("\"partitionkey\":\"bad\"") && failures(request) < 2
                ? Answer.status(500)
                : Answer.status(204));
        subscribeTo(type, target, "\"ordering\": \"key\", \"schedule\": [\"PT5S\", \"PT5S\", \"PT5S\"]");
        int each = 12;
        for (int i = 0; i < each; i++) {
            postKeyed("bad", i);
            postKeyed("good", i);
        }
        await().atMost(LONG).untilAsserted(() -> assertThat(arrivals("bad")).contains("bad-" + (each - 1)));
        await().atMost(LONG).untilAsserted(() -> assertThat(arrivals("good")).hasSize(each));

        List<String> inOrder =
                IntStream.range(0, each).mapToObj(i -> "bad-" + i).toList();
        assertThat(arrivals("bad").stream().distinct().toList()).isEqualTo(inOrder);
        assertThat(arrivals("bad").subList(0, 3))
                .as("the first was tried three times")
                .containsOnly("bad-0");
        assertThat(arrivals("good"))
                .isEqualTo(IntStream.range(0, each).mapToObj(i -> "good-" + i).toList());
        assertThat(lastOf("good")).as("did not wait for the other key").isBefore(firstOf("bad-1"));
    }

    @Test
    void aJsonPathMayTellTheKey() {
        subscribeTo(type, target, "\"ordering\": \"key\", \"orderingkey\": \"$.data.sample\"");

        List<String> sent = IntStream.range(0, 20)
                .mapToObj(i -> {
                    accept(event("number-" + i, "\"data\": {\"sample\": 7}"));
                    return "number-" + i;
                })
                .toList();
        awaitRequests(20);

        assertThat(arrivals("number")).isEqualTo(sent);
    }

    @Test
    void wrongLimitsAreRefusedByTheirNames() {
        Reply refused = owner.post(
                "/subscriptions", body(type, target, "\"inflight\": 0, \"rate\": -1, \"ordering\": \"time\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).contains("/config/inflight", "/config/rate", "/config/ordering");
    }

    @Test
    void theBreakersAreForOperators() {
        assertThat(owner.get("/breakers").status()).isEqualTo(403);
        assertThat(operator.get("/breakers").status()).isEqualTo(200);
    }

    /** Milliseconds from the post of an event to its arrival, one after the other, sorted. */
    private double[] latencies(int count) {
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            int known = target.requests().size();
            Instant start = Instant.now();
            post();
            await().pollInterval(Duration.ofMillis(2))
                    .pollDelay(Duration.ZERO)
                    .atMost(IN_TIME)
                    .until(() -> target.requests().size() > known);
            millis[i] =
                    Duration.between(start, target.requests().get(known).at()).toNanos() / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private void postMany(String eventType, int count) {
        IntStream.range(0, count).parallel().forEach(i -> post(Posted.event(eventType)));
    }

    private final Map<String, Integer> failed = new HashMap<>();

    /** How often the event of this request was refused before; counts it. */
    private synchronized int failures(ReceivedRequest request) {
        return failed.merge(request.json().getString("id"), 1, Integer::sum) - 1 + (isFirst(request) ? 0 : 2);
    }

    private static boolean isFirst(ReceivedRequest request) {
        return request.json().getString("id").endsWith("-0");
    }

    private void postKeyed(String key, int number) {
        accept(event(key + "-" + number, "\"partitionkey\":\"" + key + "\""));
    }

    private void accept(String event) {
        Reply accepted = producer.post("/receive", event);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    }

    private String event(String id, String more) {
        return """
                {"specversion": "1.0", "type": "%s", "source": "/%s", "id": "%s", %s}""".formatted(type, type, id, more);
    }

    private List<String> arrivals(String prefix) {
        return target.requests().stream()
                .map(request -> request.json().getString("id"))
                .filter(id -> id.startsWith(prefix + "-"))
                .toList();
    }

    private Instant firstOf(String id) {
        return timesOf(id).get(0);
    }

    private Instant lastOf(String prefix) {
        List<Instant> all = timesOf(prefix + "-");
        return all.get(all.size() - 1);
    }

    private List<Instant> timesOf(String prefix) {
        return target.requests().stream()
                .filter(request -> request.json().getString("id").startsWith(prefix))
                .map(ReceivedRequest::at)
                .toList();
    }

    private List<Instant> times() {
        return target.requests().stream().map(ReceivedRequest::at).sorted().toList();
    }

    private void awaitRequests(int count) {
        await().atMost(LONG).untilAsserted(() -> assertThat(target.requests()).hasSize(count));
    }

    private void awaitState(String event, String state) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(onlyDelivery(event).getString("state"))
                        .as(onlyDelivery(event).toString())
                        .isEqualTo(state));
    }

    private JsonObject breaker() {
        String host = "http://127.0.0.1:" + target.url().getPort();
        return operator.get("/breakers").array().getValuesAs(JsonObject.class).stream()
                .filter(breaker -> breaker.getString("host").equals(host))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no breaker of " + host + " yet"));
    }

    private void subscribeTo(String eventType, FakeTarget sink, String config) {
        Reply created = owner.post("/subscriptions", body(eventType, sink, config));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    private static String body(String eventType, FakeTarget sink, String config) {
        return """
                {"protocol": "HTTP", "sink": "%s", "types": ["%s"], "config": {%s}}""".formatted(sink.url(), eventType, config);
    }
}
