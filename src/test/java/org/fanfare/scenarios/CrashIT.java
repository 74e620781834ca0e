package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fanfare.testing.FakePolicy;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.PayaraMicroOnly;
import org.fanfare.testing.Posted;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing accepted is lost, whenever the server is killed (design.md, guarantees). */
class CrashIT {

    private static final Logger LOG = System.getLogger(CrashIT.class.getName());
    private static final int EVENTS = 300;
    private static final int POSTERS = 4;
    private static final int KILLS = 4;
    private static final int STOPS = 2;
    private static final Duration UNTIL_SETTLED = Duration.ofSeconds(90);

    private final String type = Posted.newType();
    private final FakeTarget target = new FakeTarget();
    private final FakePolicy policy = new FakePolicy();
    private FanfareProcess fanfare;

    @BeforeEach
    void start() {
        fanfare = FanfareProcess.start(
                "crash",
                Map.ofEntries(
                        Map.entry("FANFARE_POLICY_URL", policy.url().toString()),
                        Map.entry("FANFARE_POLICY_CONNECT_TIMEOUT", "PT1S"),
                        Map.entry("FANFARE_POLICY_READ_TIMEOUT", "PT1S"),
                        Map.entry("FANFARE_POLICY_RETRY", "PT1S"),
                        Map.entry("FANFARE_DELIVERY_CONNECT_TIMEOUT", "PT1S"),
                        Map.entry("FANFARE_DELIVERY_RESPONSE_TIMEOUT", "PT1S"),
                        Map.entry("FANFARE_DELIVERY_TOTAL_TIMEOUT", "PT2S"),
                        Map.entry("FANFARE_DELIVERY_LEASE", "PT5S"),
                        // Many: a machine that is busy starting Java four times may be late for some of them.
                        Map.entry("FANFARE_DELIVERY_RETRY", "PT1S,PT1S,PT1S,PT1S,PT1S,PT1S,PT1S,PT1S"),
                        Map.entry("FANFARE_ROUTING_LEASE", "PT3S"),
                        Map.entry("FANFARE_DESTINATION_ALLOW", "127.0.0.1")));
    }

    @AfterEach
    void stop() {
        fanfare.close();
        target.close();
        policy.close();
    }

    @Test
    @Timeout(400)
    void whatWasAcceptedIsDeliveredHoweverOftenTheServerIsKilled() throws InterruptedException {
        whatWasAcceptedIsDelivered(FanfareProcess::kill9, KILLS);
    }

    /** A server that takes the application away before the port must not answer what nobody has done with an empty 200. */
    @Test
    @Timeout(400)
    @PayaraMicroOnly(because = "closing the port first is the launcher's work")
    void whatWasAcceptedIsDeliveredHoweverOftenTheServerIsStopped() throws InterruptedException {
        whatWasAcceptedIsDelivered(FanfareProcess::stop, STOPS);
    }

    private void whatWasAcceptedIsDelivered(Consumer<FanfareProcess> end, int times) throws InterruptedException {
        assertThat(fanfare.client()
                        .post("/eventmatch", Wish.ofType(type, target.url()).text())
                        .status())
                .isEqualTo(200);
        Poster poster = new Poster(fanfare, type, EVENTS, POSTERS);

        poster.start();
        List<Integer> acceptedAtEnds = endWhilePosting(poster, end, times);
        poster.awaitEnd(UNTIL_SETTLED);

        Map<String, String> accepted = poster.accepted();
        assertThat(accepted).hasSize(EVENTS);
        assertThat(acceptedAtEnds)
                .as("the server was ended while there was something to lose")
                .anyMatch(count -> count > 0 && count < EVENTS);
        assertThat(poster.unanswered())
                .as("posts that were cut off and sent again")
                .isPositive();
        assertAllDelivered(accepted);
        assertAllSettled(accepted);
        report(poster, acceptedAtEnds);
        accepted.forEach((event, id) -> assertThat(fanfare.client()
                        .post("/receive", Posted.event(type, event))
                        .text())
                .as("the answer to event %s, posted again", event)
                .isEqualTo(id));
    }

    /** How many events had been accepted at each end. */
    private List<Integer> endWhilePosting(Poster poster, Consumer<FanfareProcess> end, int times) {
        Random random = new Random();
        List<Integer> acceptedAtEnds = new ArrayList<>();
        for (int turn = 0; turn < times; turn++) {
            int moment = turn * EVENTS / times + random.nextInt(EVENTS / times / 2);
            await("post number " + moment)
                    .atMost(UNTIL_SETTLED)
                    .pollInterval(Duration.ofMillis(1 + random.nextInt(20)))
                    .until(() -> poster.accepted().size() >= moment);
            end.accept(fanfare);
            acceptedAtEnds.add(poster.accepted().size());
            fanfare.restart();
        }
        return acceptedAtEnds;
    }

    /** At least once, under one id each. */
    private void assertAllDelivered(Map<String, String> accepted) {
        await("all that was accepted is delivered")
                .atMost(UNTIL_SETTLED)
                .untilAsserted(() -> assertThat(deliveriesByEvent().keySet()).containsAll(accepted.keySet()));
        deliveriesByEvent()
                .forEach((event, requests) -> assertThat(requests)
                        .as("webhook-ids of event %s", event)
                        .extracting(ReceivedRequest::webhookId)
                        .doesNotContainNull()
                        .containsOnly(requests.get(0).webhookId()));
    }

    /** No row is left behind: each event has its one delivery, and that is delivered. */
    private void assertAllSettled(Map<String, String> accepted) {
        List<String> open = new ArrayList<>(accepted.values());
        await("every delivery is recorded").atMost(UNTIL_SETTLED).untilAsserted(() -> {
            open.removeIf(id -> {
                String history = fanfare.client().get("/events/" + id).text();
                return history.split("\"state\":\"delivered\"", -1).length == 2
                        && history.split("\"state\":", -1).length == 2;
            });
            assertThat(open).isEmpty();
        });
    }

    private void report(Poster poster, List<Integer> acceptedAtEnds) {
        int deliveries = target.requests().size();
        LOG.log(
                Level.INFO,
                "crash test events={0} accepted={1} accepted at ends={2} unanswered posts={3} deliveries={4} duplicates={5}",
                EVENTS,
                poster.accepted().size(),
                acceptedAtEnds,
                poster.unanswered(),
                deliveries,
                deliveries - deliveriesByEvent().size());
    }

    /** By the events' own ids. */
    private Map<String, List<ReceivedRequest>> deliveriesByEvent() {
        return target.requests().stream()
                .collect(Collectors.groupingBy(
                        request -> request.json().getString("eventID"), HashMap::new, Collectors.toList()));
    }
}
