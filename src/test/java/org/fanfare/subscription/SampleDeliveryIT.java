package org.fanfare.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.UUID;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code POST /eventmatch/{uuid}/test}: an owner tries his target. */
@ExtendWith(SharedFanfare.class)
class SampleDeliveryIT {

    private final FakeTarget target = new FakeTarget();
    private FanfareClient client;
    private String path;

    @BeforeEach
    void subscribe(Surroundings surroundings) {
        client = surroundings.fanfare().client().as(SharedFanfare.newUser());
        path = "/eventmatch/"
                + client.post(
                                "/eventmatch",
                                Wish.to(target.url(), "$.never")
                                        .withJson(
                                                "auth",
                                                "{\"type\":\"basic\",\"basic\":{\"username\":\"u\",\"password\":\"p\"}}")
                                        .withJson("extensions", "{\"mine\":true}")
                                        .text())
                        .member("uuid");
    }

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void aSampleIsSentAsADeliveryWouldBeAndTheAnswerReported() {
        target.answering(Answer.of(201, Map.of("X-Seen", "yes"), "thanks"));

        JsonObject report = client.post(path + "/test", "").json();

        assertThat(report.getBoolean("delivered")).isTrue();
        assertThat(report.getJsonObject("response").getInt("status")).isEqualTo(201);
        assertThat(report.getJsonObject("response").getString("body")).isEqualTo("thanks");
        assertThat(target.requests()).hasSize(1);
        ReceivedRequest sample = target.requests().get(0);
        assertThat(sample.header("Authorization")).isEqualTo("Basic dTpw");
        assertThat(sample.header("Content-Type")).isEqualTo("application/json");
        assertThat(sample.webhookId()).isNotBlank();
        assertThat(sample.json().getString("cloudEventsVersion")).isEqualTo("0.1");
        assertThat(sample.json().getJsonObject("extensions").getBoolean("mine")).isTrue();
        assertThat(report.getString("request_body")).isEqualTo(sample.text());
        assertThat(client.get(path + "/deliveries").text()).isEqualTo("[]");
    }

    @Test
    void aTargetThatFailsIsReported() {
        target.answering(Answer.status(503));

        JsonObject report = client.post(path + "/test", "").json();

        assertThat(report.getBoolean("delivered")).isFalse();
        assertThat(report.getJsonObject("response").getInt("status")).isEqualTo(503);
        assertThat(target.requests()).hasSize(1);
    }

    @Test
    void aTargetThatDoesNotAnswerIsReportedInTime() {
        target.answering(Answer.hang());

        JsonObject report = client.post(path + "/test", "").json();

        assertThat(report.getBoolean("delivered")).isFalse();
        assertThat(report.get("response")).isEqualTo(JsonValue.NULL);
        assertThat(report.getString("summary")).isNotBlank();
    }

    @Test
    void theMaskLeavesTheSecretAsItIs() {
        client.put(path, client.get(path).text());

        client.post(path + "/test", "");

        assertThat(target.requests().get(0).header("Authorization")).isEqualTo("Basic dTpw");
    }

    @Test
    void noAuthMeansNoAuthorization() {
        client.put(path, "{\"auth\": {}}");

        client.post(path + "/test", "");

        assertThat(target.requests().get(0).header("Authorization")).isNull();
    }

    @Test
    void onlyTheOwnerMayTry() {
        assertThat(client.as(SharedFanfare.newUser()).post(path + "/test", "").status())
                .isEqualTo(403);
        assertThat(client.post("/eventmatch/" + UUID.randomUUID() + "/test", "").status())
                .isEqualTo(403);
        assertThat(client.post("/eventmatch/1234/test", "").status()).isEqualTo(400);
        assertThat(target.requests()).isEmpty();
    }
}
