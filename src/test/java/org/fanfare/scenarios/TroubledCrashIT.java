package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakePolicy;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.Posted;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.SharedFanfare;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Retries, held deliveries and jobs outlive the server, whenever it is killed, and nothing is settled twice. */
class TroubledCrashIT {

    private static final int EVENTS = 120;
    private static final int POSTERS = 4;
    private static final int KILLS = 2;
    private static final Duration IN_TIME = Duration.ofSeconds(120);

    private final String type = Posted.newType();
    private final Random random = new Random();
    private final FakeTarget target = new FakeTarget().answering(request -> troubled());
    private final FakePolicy policy = new FakePolicy();
    private FanfareProcess fanfare;

    @BeforeEach
    void start() {
        Map<String, String> settings = new HashMap<>(SharedFanfare.settings(policy));
        settings.put("FANFARE_DELIVERY_LEASE", "PT9S");
        settings.put("FANFARE_ROUTING_LEASE", "PT3S");
        // By chance there may be so much trouble that the breaker would open, and stay so for minutes.
        settings.put("FANFARE_BREAKER_LEAST", "1000000");
        fanfare = FanfareProcess.start("troubled-crash", settings);
    }

    @AfterEach
    void stop() {
        fanfare.close();
        target.close();
        policy.close();
    }

    /** A third of all requests fails in one way or another. */
    private Answer troubled() {
        return switch (random.nextInt(6)) {
            case 0 -> Answer.status(503);
            case 1 -> Answer.drop();
            default -> Answer.status(204);
        };
    }

    @Test
    @Timeout(500)
    void whatIsTriedAgainOrHeldIsDeliveredOnceItMayHoweverOftenTheServerIsKilled() throws InterruptedException {
        String live = subscribe("/live", false);
        String held = subscribe("/held", true);
        Poster poster = new Poster(fanfare, type, EVENTS, POSTERS);

        poster.start();
        for (int kill = 0; kill < KILLS; kill++) {
            int moment = kill * EVENTS / KILLS + random.nextInt(EVENTS / KILLS / 2);
            killOnce("post number " + moment, () -> poster.accepted().size() >= moment);
        }
        poster.awaitEnd(IN_TIME);
        awaitAll(live, "delivered");
        awaitAll(held, "held");
        assertThat(target.requests()).extracting(ReceivedRequest::path).containsOnly("/live");

        enable(held);
        String job = "/jobs/"
                + fanfare.client()
                        .post("/eventmatch/" + held + "/release", "{\"rate\": 5}")
                        .member("id");
        for (int kill = 1; kill <= KILLS; kill++) {
            int moment = kill * EVENTS / 6;
            killOnce(moment + " are released", () -> done(job) >= moment);
            assertThat(fanfare.client().get(job).member("state"))
                    .as("killed in the middle")
                    .isNotEqualTo("done");
        }

        awaitAll(held, "delivered");
        assertThat(fanfare.client().get(job).member("state")).isEqualTo("done");
        assertThat(done(job)).isEqualTo(EVENTS);
        assertSettledOnce(live);
        assertSettledOnce(held);
        assertOneIdPerDelivery();
    }

    private int done(String job) {
        return fanfare.client().get(job).json().getInt("done");
    }

    private String subscribe(String path, boolean disabled) {
        return fanfare.client().post("/subscriptions", body(path, disabled)).member("id");
    }

    private void enable(String subscription) {
        assertThat(fanfare.client()
                        .put("/subscriptions/" + subscription, body("/held", false))
                        .status())
                .isEqualTo(200);
    }

    private String body(String path, boolean disabled) {
        String schedule = "\"PT1S\",".repeat(30) + "\"PT1S\"";
        return """
                {"protocol": "HTTP", "sink": "%s", "types": ["%s"],
                "config": {"disabled": %s, "health": "never", "schedule": [%s]}}""".formatted(target.url(path), type, disabled, schedule);
    }

    private void killOnce(String moment, Callable<Boolean> isReached) {
        await(moment)
                .atMost(IN_TIME)
                .pollInterval(Duration.ofMillis(1 + random.nextInt(20)))
                .until(isReached);
        fanfare.kill9();
        fanfare.restart();
    }

    private void awaitAll(String subscription, String state) {
        await("all of " + subscription + " are " + state)
                .atMost(IN_TIME)
                .untilAsserted(() -> assertThat(deliveries(subscription))
                        .hasSize(EVENTS)
                        .extracting(delivery -> delivery.getString("state"))
                        .containsOnly(state));
    }

    /** However often it was sent: one attempt is recorded as the one that brought it there, and that was the last. */
    private void assertSettledOnce(String subscription) {
        assertThat(deliveries(subscription)).allSatisfy(delivery -> {
            List<JsonObject> attempts = delivery.getJsonArray("attempts").getValuesAs(JsonObject.class);
            assertThat(attempts)
                    .filteredOn(attempt -> attempt.getBoolean("succeeded"))
                    .singleElement()
                    .satisfies(last -> assertThat(last.getInt("number")).isEqualTo(attempts.size()));
        });
    }

    private void assertOneIdPerDelivery() {
        Map<String, List<ReceivedRequest>> byDelivery = target.requests().stream()
                .collect(Collectors.groupingBy(
                        request -> request.path() + " " + request.json().getString("eventID")));
        assertThat(byDelivery).hasSize(2 * EVENTS);
        assertThat(byDelivery.values())
                .allSatisfy(requests -> assertThat(requests)
                        .extracting(ReceivedRequest::webhookId)
                        .containsOnly(requests.get(0).webhookId()));
    }

    private List<JsonObject> deliveries(String subscription) {
        return fanfare.client()
                .get("/deliveries?limit=" + 2 * EVENTS + "&subscription=" + subscription)
                .array()
                .getValuesAs(JsonObject.class);
    }
}
