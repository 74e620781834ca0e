package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.Posted;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.TwoNodes;
import org.fanfare.testing.TwoNodes.Cluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stories of several nodes have in common: one owner with a target, and a producer that posts to all nodes. */
@ExtendWith(TwoNodes.class)
abstract class ClusterStories {

    static final Duration IN_TIME = Duration.ofSeconds(90);
    static final int EVENTS = 200;
    private static final int POSTERS = 4;

    /** It takes half a second; a machine that is busy with other tests takes longer. */
    static final Duration TO_BE_KNOWN = Duration.ofSeconds(5);

    /** More than the listeners of one node, which get messages in turns. */
    private static final int BY_ALL_NODES = 20;

    final String type = Posted.newType();
    final String user = SharedFanfare.newUser();
    final FakeTarget target = new FakeTarget();
    Cluster cluster;

    @BeforeEach
    void meet(Cluster shared) {
        cluster = shared;
    }

    @AfterEach
    void part() {
        target.close();
    }

    FanfareClient owner(FanfareProcess node) {
        return node.client().as(user);
    }

    /** Subscribes the target to the events of this test, and waits until all nodes know of it; gives the id. */
    String subscribe(FanfareProcess node, String schedule) {
        String subscription = create(node, "/hook", type, schedule);
        // Nodes learn of changes in their order: who knows the later one knows the other.
        String later = type + ".later";
        create(node, "/later", later, schedule);
        assertThat(unknownFor(System.nanoTime(), later)).isLessThan(TO_BE_KNOWN);
        return subscription;
    }

    String subscribe(FanfareProcess node) {
        return subscribe(node, "\"PT1S\",".repeat(30) + "\"PT1S\"");
    }

    String create(FanfareProcess node, String path, String ofType, String schedule) {
        String body = """
                {"protocol": "HTTP", "sink": "%s", "types": ["%s"], "config": {"health": "never", "schedule": [%s]}}""";
        return owner(node)
                .post("/subscriptions", body.formatted(target.url(path), ofType, schedule))
                .member("id");
    }

    /** How long after that moment events were routed by a node that did not know a subscription to them. */
    Duration unknownFor(long made, String ofType) {
        Duration unknownFor = Duration.ZERO;
        int matchedInRow = 0;
        while (matchedInRow < BY_ALL_NODES) {
            Duration since = Duration.ofNanos(System.nanoTime() - made);
            String event = post(cluster.other(), Posted.event(ofType));
            await("event is routed")
                    .atMost(IN_TIME)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> !has("unrouted where event_id = '" + event + "'"));
            boolean isMatched = has("delivery where event_id = '" + event + "'");
            unknownFor = isMatched ? unknownFor : since;
            matchedInRow = isMatched ? matchedInRow + 1 : 0;
        }
        return unknownFor;
    }

    private boolean has(String row) {
        return cluster.postgres().count("select 1 from " + row) == 1;
    }

    static String post(FanfareProcess node, String event) {
        Reply accepted = node.client().post("/receive", event);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        return accepted.text();
    }

    /** The requests that came for the events of this test. */
    List<ReceivedRequest> hooks() {
        return target.requests().stream()
                .filter(request -> request.path().equals("/hook"))
                .toList();
    }

    /** Posts events to all nodes, and does that to them when a third has been accepted. */
    Map<String, String> postMeanwhile(Runnable trouble) throws InterruptedException {
        Poster poster = new Poster(cluster.nodes(), type, EVENTS, POSTERS);
        poster.start();
        await("a third is accepted")
                .atMost(IN_TIME)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> poster.accepted().size() >= EVENTS / 3);
        trouble.run();
        poster.awaitEnd(IN_TIME);
        assertThat(poster.accepted()).hasSize(EVENTS);
        return poster.accepted();
    }

    /** At least once, under one id, and recorded once as delivered, in the last of the attempts. */
    void assertAllSettledOnce(FanfareProcess node, String subscription, Map<String, String> accepted) {
        await("all are delivered")
                .atMost(IN_TIME)
                .untilAsserted(() -> assertThat(deliveries(node, subscription))
                        .hasSize(accepted.size())
                        .extracting(delivery -> delivery.getString("state"))
                        .containsOnly("delivered"));
        assertThat(deliveries(node, subscription)).allSatisfy(delivery -> {
            List<JsonObject> attempts = delivery.getJsonArray("attempts").getValuesAs(JsonObject.class);
            assertThat(attempts)
                    .filteredOn(attempt -> attempt.getBoolean("succeeded"))
                    .singleElement()
                    .satisfies(last -> assertThat(last.getInt("number")).isEqualTo(attempts.size()));
        });
        Map<String, List<ReceivedRequest>> byEvent = hooks().stream()
                .collect(Collectors.groupingBy(request -> request.json().getString("eventID")));
        assertThat(byEvent.keySet()).isEqualTo(accepted.keySet());
        assertThat(byEvent.values())
                .allSatisfy(requests -> assertThat(requests)
                        .extracting(ReceivedRequest::webhookId)
                        .containsOnly(requests.get(0).webhookId()));
    }

    List<JsonObject> deliveries(FanfareProcess node, String subscription) {
        return owner(node)
                .get("/deliveries?limit=" + 2 * EVENTS + "&subscription=" + subscription)
                .array()
                .getValuesAs(JsonObject.class);
    }
}
