package org.fanfare.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Vectors;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of vectors/cloudevents-http.json over the wire: taken or refused, and what was taken is delivered with the
 * attributes and the data that the vector says. All cases share one source and id, so each is sent as another source.
 */
@ExtendWith(SharedFanfare.class)
class CloudEventVectorsIT {

    private static final String SOURCE = "/mycontext/subcontext";
    private static final FakeTarget TARGET = new FakeTarget();

    private static FanfareClient client;

    @BeforeAll
    static void subscribe(Surroundings surroundings) {
        client = surroundings.fanfare().client().as(SharedFanfare.newUser());
        assertThat(client.post("/eventmatch", Wish.to(TARGET.url(), "$.source").text())
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    static void close() {
        client.get("/eventmatch")
                .array()
                .getValuesAs(JsonObject.class)
                .forEach(each -> client.delete("/eventmatch/" + each.getString("uuid")));
        TARGET.close();
    }

    static Stream<Named<JsonObject>> cases() {
        return Vectors.of("cloudevents-http.json", "cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTakenOrRefusedAsTheVectorSays(JsonObject vector) {
        String source = SOURCE + "/" + UUID.randomUUID();
        Map<String, String> headers = new TreeMap<>();
        vector.getJsonObject("headers")
                .forEach((name, value) ->
                        headers.put(name, ((JsonString) value).getString().replace(SOURCE, source)));
        String body = vector.getString("body").replace(SOURCE, source);

        Reply reply = client.call("POST", "/receive", headers, body);

        if (!vector.getBoolean("accept")) {
            assertThat(reply.status()).isIn(400, 415);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        } else if (vector.containsKey("count")) {
            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.json().getJsonArray("ids")).hasSize(vector.getInt("count"));
        } else {
            assertThat(reply.status()).isEqualTo(202);
            assertDelivered(vector, source, vector.getString("mode").equals("structured") ? body : null);
        }
    }

    /** @param body what has to arrive byte for byte, but for an absent extension; null if another form arrives */
    private static void assertDelivered(JsonObject vector, String source, String body) {
        ReceivedRequest delivery = await().atMost(Duration.ofSeconds(45))
                .until(
                        () -> TARGET.requests().stream()
                                .filter(request -> source.equals(request.json().getString("source", "")))
                                .findFirst()
                                .orElse(null),
                        request -> request != null);
        if (body != null) {
            assertThat(delivery.text()).isEqualTo(body);
        }
        JsonObject event = delivery.json();
        JsonObject attributes = vector.getJsonObject("attributes");
        attributes.forEach((name, value) -> {
            if (!name.equals("source") && !(name.equals("datacontenttype") && body != null)) {
                assertThat(event.get(name)).as(name).isEqualTo(value);
            }
        });
        assertThat(event.getOrDefault("data", JsonValue.NULL)).isEqualTo(vector.get("data"));
        if (vector.containsKey("data_base64")) {
            assertThat(event.getOrDefault("data_base64", JsonValue.NULL)).isEqualTo(vector.get("data_base64"));
        }
        assertThat(event.get("source")).isEqualTo(Json.createValue(source));
    }
}
