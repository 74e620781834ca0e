package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs, whatever they do. */
abstract class JobStories extends ReplayPipeline {

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
    void whatWasHeldIsReleasedOnceTheSubscriptionIsEnabled() {
        String path = subscribe();
        owner.put(path, "{\"disabled\": \"2026-01-01T00:00:00\"}");
        List<String> events = posted(3);
        events.forEach(event -> awaitDelivery(event, "held", 0));
        owner.put(path, "{\"disabled\": null, \"error\": null}");

        JsonObject job = finished(order(path + "/release", ""));

        assertThat(job.getString("kind")).isEqualTo("release");
        assertThat(job.getInt("done")).isEqualTo(3);
        events.forEach(event -> awaitDelivery(event, "delivered"));
        assertThat(target.requests()).hasSize(3);
    }

    @Test
    void whatIsHeldIsDroppedAlsoWhileTheSubscriptionIsDisabled() {
        String path = subscribe();
        owner.put(path, "{\"disabled\": \"2026-01-01T00:00:00\"}");
        String event = post();
        awaitDelivery(event, "held", 0);

        assertThat(finished(order(path + "/drop", "")).getInt("done")).isEqualTo(1);

        assertThat(onlyDelivery(event).getString("state")).isEqualTo("cancelled");
        assertThat(onlyDelivery(event).getString("reason")).contains("dropped");
        assertThat(target.requests()).isEmpty();
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

    private FanfareClient as(String name) {
        return owner.as(name + SharedFanfare.newUser());
    }
}
