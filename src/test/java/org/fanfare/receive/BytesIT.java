package org.fanfare.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Posted;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was received arrives byte for byte (design.md: an event is kept as it was received). */
@ExtendWith(SharedFanfare.class)
class BytesIT {

    private final FakeTarget target = new FakeTarget();
    private final String type = Posted.newType();
    private FanfareClient client;

    @BeforeEach
    void subscribe(Surroundings surroundings) {
        client = surroundings.fanfare().client().as(SharedFanfare.newUser());
        client.post("/eventmatch", Wish.ofType(type, target.url()).text());
    }

    @AfterEach
    void close() {
        target.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "1e400",
                "-0",
                "1E+2",
                "0.10000000000000000000000000000000000001",
                "123456789012345678901234567890",
                "{\"z\":1,\"a\":2,\"m\":3}",
                "{ \"a\" :\t[ 1 ,2 ] }",
                "\"\\u00e9\\/\\u0041\\ud83d\\ude00\"",
                "\"é\uD83D\uDE00\u2028\"",
                "{\"a\":1,\"a\":2}",
                "null",
                "\"\\u0000\""
            })
    void dataSurvive(String data) {
        String event = """
                {"data":%s, "type" : "%s","id":"1", "source":"/bytes/%s",  "specversion":"1.0" }""".formatted(data, type, type);

        assertThat(client.call("POST", "/receive", Map.of("Content-Type", "application/cloudevents+json"), event)
                        .status())
                .isEqualTo(202);

        assertThat(delivered()).isEqualTo(event);
    }

    @Test
    void extensionsChangeNothingElse() {
        client.put(
                "/eventmatch/"
                        + client.get("/eventmatch").array().getJsonObject(0).getString("uuid"),
                "{\"extensions\": {\"mine\": \"x\"}}");
        String event = """
                {"cloudEventsVersion":"0.1", "extensions" : { "n":1.0 }, "eventType":"%1$s","eventID":"\\u0031", "source":"/%1$s", \
                "data":[1.0,1e400] }""".formatted(type);

        assertThat(client.post("/receive", event).status()).isEqualTo(200);

        assertThat(delivered()).matches("(?s)" + """
                \\Q{"cloudEventsVersion":"0.1", "extensions" : \\E\\{ ?"n":1\\.0 ?, ?"mine": ?"x" ?\\}\\Q, "eventType":"%1$s",\
                "eventID":"\\u0031", "source":"/%1$s", "data":[1.0,1e400] }\\E""".formatted(type));
    }

    private String delivered() {
        await().atMost(Duration.ofSeconds(45))
                .untilAsserted(() -> assertThat(target.requests()).hasSize(1));
        return target.requests().get(0).text();
    }
}
