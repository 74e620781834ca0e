package org.fanfare.probe;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and their tools look at: health, metrics, the API's description, the pages of problems. */
@Wire
@ExtendWith(SharedFanfare.class)
class OperationIT {

    private FanfareClient client;

    @BeforeEach
    void call(Surroundings surroundings) {
        client = surroundings.fanfare().client();
    }

    @Test
    void itLives() {
        Reply live = client.get("/health/live");

        assertThat(live.status()).isEqualTo(200);
        assertThat(live.member("status")).isEqualTo("UP");
    }

    @Test
    void itIsReadyWithDatabaseAndQueues() {
        Reply ready = client.get("/health/ready");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().getJsonArray("checks").getValuesAs(JsonObject.class))
                .extracting(check -> check.getString("name"))
                .containsExactlyInAnyOrder("database", "queue events", "queue deliveries");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fanfare_events_received_total",
                "fanfare_events_matched_total",
                "fanfare_deliveries_delivered_total",
                "fanfare_deliveries_denied_total",
                "fanfare_deliveries_failed_total",
                "fanfare_deliveries_cancelled_total",
                "fanfare_deliveries_retried_total",
                "fanfare_deliveries_postponed_total",
                "fanfare_delivery_latency_ms_count",
                "fanfare_policy_allowed_total",
                "fanfare_policy_refused_total",
                "fanfare_policy_unavailable_total",
                "fanfare_queue_depth",
                "fanfare_jobs_running",
                "fanfare_deadletters_sent_total",
                "fanfare_delivery_latency_ms_bucket",
                "jvm_memory_used_bytes",
                "jvm_threads_current",
                "jvm_gc_collection_seconds_count",
                "process_cpu_seconds_total"
            })
    void isMeasured(String metric) {
        Reply metrics = client.call("GET", "/metrics", Map.of("Accept", "text/plain"), "");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.text()).containsPattern("(?m)^" + metric + "(\\{[^}]*\\})? \\d");
    }

    @Test
    void metricsAreInTheFormThatIsAskedFor() {
        Reply metrics = client.call("GET", "/metrics", Map.of("Accept", "application/openmetrics-text"), "");

        assertThat(metrics.header("Content-Type")).startsWith("application/openmetrics-text");
        assertThat(metrics.text()).endsWith("# EOF\n");
    }

    @Test
    void theDescriptionIsYamlUnlessJsonIsAskedFor() {
        Reply page = client.call("GET", "/openapi", Map.of("Accept", "text/html,*/*;q=0.8"), "");

        assertThat(page.header("Content-Type")).startsWith("application/yaml");
        assertThat(page.text()).contains("\nopenapi: 3.");
        assertThat(client.get("/openapi?format=JSON").member("openapi")).startsWith("3.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/eventmatch",
                "/eventmatch/{uuid}",
                "/eventmatch/{uuid}/deliveries",
                "/eventmatch/{uuid}/test",
                "/events",
                "/events/{id}",
                "/receive",
                "/problems/{slug}"
            })
    void isDescribed(String path) {
        Reply openapi = client.call("GET", "/openapi", Map.of("Accept", "application/json"), "");

        assertThat(openapi.status()).isEqualTo(200);
        assertThat(openapi.json().getJsonObject("paths")).containsKey(path);
    }

    @ParameterizedTest
    @CsvSource({
        "malformed, 400", "forbidden, 403", "not-found, 404", "method-not-allowed, 405", "conflict, 409",
        "too-large, 413", "unsupported-media-type, 415", "invalid, 422", "internal, 500", "unavailable, 503"
    })
    void eachProblemHasAPage(String slug, String status) {
        Reply page = client.get("/problems/" + slug);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/plain");
        assertThat(page.text()).startsWith(status + " ");
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        Reply page = client.get("/problems/none");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(client.get("/anything-unknown").header("Content-Type")).isEqualTo("application/problem+json");
    }
}
