package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakePolicy;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.Posted;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job goes on where it was when the server was killed. */
class JobCrashIT {

    private static final int EVENTS = 60;
    private static final int KILLS = 3;
    private static final Duration IN_TIME = Duration.ofSeconds(120);

    private final String type = Posted.newType();
    private final FakeTarget target = new FakeTarget();
    private final FakePolicy policy = new FakePolicy();
    private FanfareProcess fanfare;

    @BeforeEach
    void start() {
        Map<String, String> settings = new HashMap<>(SharedFanfare.settings(policy));
        settings.put("FANFARE_DELIVERY_LEASE", "PT9S");
        settings.put("FANFARE_CALLER_OPERATORS", "default_user");
        fanfare = FanfareProcess.start("job-crash", settings);
    }

    @AfterEach
    void stop() {
        fanfare.close();
        target.close();
        policy.close();
    }

    @Test
    @Timeout(400)
    void whatAJobIsToDeliverIsDeliveredHoweverOftenTheServerIsKilled() {
        target.answering(Answer.status(400));
        String path = "/eventmatch/"
                + fanfare.client()
                        .post("/eventmatch", Wish.ofType(type, target.url()).text())
                        .member("uuid");
        for (int i = 0; i < EVENTS; i++) {
            fanfare.client().post("/receive", Posted.event(type));
        }
        awaitStates("failed", 1);
        target.answering(Answer.status(204));

        String job = "/jobs/"
                + fanfare.client()
                        .post(path + "/recover", "{\"since\": \"2020-01-01T00:00:00\", \"rate\": 4}")
                        .member("id");
        killInTheMiddleOf(job);

        await("the job's end")
                .atMost(IN_TIME)
                .until(() -> fanfare.client().get(job).member("state").equals("done"));
        JsonObject done = fanfare.client().get(job).json();
        assertThat(done.getInt("done")).isEqualTo(EVENTS);
        assertThat(done.getInt("skipped")).isZero();
        awaitStates("delivered", 2);
        Map<String, List<ReceivedRequest>> byDelivery =
                target.requests().stream().collect(Collectors.groupingBy(ReceivedRequest::webhookId));
        assertThat(byDelivery).hasSize(EVENTS);
    }

    private void killInTheMiddleOf(String job) {
        Random random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            int moment = fanfare.client().get(job).json().getInt("done") + 1 + random.nextInt(EVENTS / KILLS / 2);
            await("opened delivery number " + moment)
                    .atMost(IN_TIME)
                    .pollInterval(Duration.ofMillis(1 + random.nextInt(50)))
                    .until(() -> fanfare.client().get(job).json().getInt("done") >= moment);
            assertThat(fanfare.client().get(job).member("state"))
                    .as("killed in the middle")
                    .isEqualTo("running");
            fanfare.kill9();
            fanfare.restart();
        }
    }

    /** Each delivery has been settled once in each round: it has one attempt for each. */
    private void awaitStates(String state, int attempts) {
        await("all are " + state).atMost(IN_TIME).untilAsserted(() -> {
            List<JsonObject> all =
                    fanfare.client().get("/deliveries?state=" + state).array().getValuesAs(JsonObject.class);
            assertThat(all).hasSize(EVENTS);
            assertThat(all)
                    .extracting(delivery -> delivery.getJsonArray("attempts").size())
                    .containsOnly(attempts);
        });
    }
}
