package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fanfare.testing.Answer;
import org.fanfare.testing.DeadLetterConsumer;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.Posted;
import org.fanfare.testing.SeparateBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several nodes are one Fanfare: none is special, all know the same, and what must be done once is done once. */
@SeparateBroker
@Timeout(300)
class TwoNodesIT extends ClusterStories {

    private static final Logger LOG = System.getLogger(TwoNodesIT.class.getName());

    private static final int FAILED = 60;

    @Test
    void subscriptionMadeOnOneNodeIsSoonMatchedOnAll() {
        create(cluster.one(), "/hook", type, "");

        Duration unknownFor = unknownFor(System.nanoTime(), type);

        LOG.log(Level.INFO, "a new subscription was unknown to one of the nodes for {0} ms", unknownFor.toMillis());
        assertThat(unknownFor).isLessThan(TO_BE_KNOWN);
    }

    @Test
    void changeMadeOnOneNodeHoldsOnTheOther() {
        String path = "/subscriptions/" + subscribe(cluster.one());
        assertThat(owner(cluster.other()).get(path).status()).isEqualTo(200);

        owner(cluster.other()).delete(path);

        await("it is gone")
                .atMost(TO_BE_KNOWN)
                .until(() -> owner(cluster.one()).get(path).status() != 200);
    }

    @Test
    void eachDeliveryIsAttemptedOnceEachDeadLetterCopiedOnceAndEachOpenedOnceByAJob() {
        String subscription = subscribe(cluster.one(), "");
        target.answering(Answer.status(500));
        try (DeadLetterConsumer consumer =
                new DeadLetterConsumer(cluster.broker().url())) {
            List<String> failed = failAll(subscription);
            assertThat(hooks()).as("attempts").hasSize(FAILED);
            await("copies of all")
                    .atMost(IN_TIME)
                    .untilAsserted(() ->
                            assertThat(consumer.deliveriesOf(subscription)).containsAll(failed));
            assertThat(consumer.deliveriesOf(subscription)).containsExactlyInAnyOrderElementsOf(failed);
        }
        target.answering(Answer.status(204));

        String job = "/jobs/"
                + owner(cluster.other())
                        .post(
                                "/eventmatch/" + subscription + "/recover",
                                "{\"since\": \"2020-01-01T00:00:00\", \"rate\": 30}")
                        .member("id");

        await("the job is done").atMost(IN_TIME).untilAsserted(() -> {
            JsonObject now = owner(cluster.one()).get(job).json();
            assertThat(now.getString("state")).as(now.toString()).isEqualTo("done");
            assertThat(now.getInt("done")).isEqualTo(FAILED);
        });
        await("all are delivered")
                .atMost(IN_TIME)
                .untilAsserted(() -> assertThat(deliveries(cluster.one(), subscription))
                        .extracting(delivery -> delivery.getString("state"))
                        .containsOnly("delivered"));
        assertThat(hooks()).as("attempts").hasSize(2 * FAILED);
        assertThat(deliveries(cluster.one(), subscription))
                .hasSize(FAILED)
                .allSatisfy(delivery ->
                        assertThat(delivery.getJsonArray("attempts")).hasSize(2));
    }

    /** The ids of deliveries that have failed, of events that both nodes took. */
    private List<String> failAll(String subscription) {
        Set<String> events = IntStream.range(0, FAILED)
                .mapToObj(i -> post(cluster.nodes().get(i % 2), Posted.event(type)))
                .collect(Collectors.toSet());
        await("all have failed")
                .atMost(IN_TIME)
                .untilAsserted(() -> assertThat(deliveries(cluster.one(), subscription))
                        .hasSize(events.size())
                        .extracting(delivery -> delivery.getString("state"))
                        .containsOnly("failed"));
        return deliveries(cluster.one(), subscription).stream()
                .map(delivery -> delivery.getString("id"))
                .toList();
    }

    @Test
    void whatOneNodeTookIsDeliveredByTheOtherWhenItIsKilled() throws Exception {
        FanfareProcess survivor = cluster.one();
        String subscription = subscribe(cluster.other());

        Map<String, String> accepted = postMeanwhile(cluster.other()::kill9);

        assertAllSettledOnce(survivor, subscription, accepted);
        cluster.other().restart();
        assertThat(deliveries(cluster.other(), subscription)).hasSize(EVENTS);
    }
}
