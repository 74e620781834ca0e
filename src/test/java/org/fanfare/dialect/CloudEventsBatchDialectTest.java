package org.fanfare.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.api.Test;

/** Facts: the CloudEvents HTTP binding 1.0.2, 3.3, and the JSON format 1.0.2, 4. */
class CloudEventsBatchDialectTest {

    private static final BatchDialect DIALECT =
            (BatchDialect) new Dialects(List.of()).named("cloudevents-batch").orElseThrow();

    @Test
    void theRequestSaysThatItIsABatch() {
        OutgoingRequest request = request(SpecVersion.V1_0, "{}", "{}");

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers())
                .containsExactly(
                        entry("Content-Type", "application/cloudevents-batch+json"),
                        entry("User-Agent", "Fanfare"),
                        entry("webhook-id", "b1"));
    }

    @Test
    void theEventsAreAnArrayByteForByteAsTheyCame() {
        String one = "{\"specversion\":\"1.0\", \"id\":\"\\u0031\", \"data\":[1.0, 1e2 ] }";
        String two = "{ \"specversion\":\"1.0\",\"id\":\"2\",\"a\" : \"mine\"}";

        assertThat(body(SpecVersion.V1_0, "{}", one, two)).isEqualTo("[" + one + "," + two + "]");
    }

    @Test
    void theSubscriptionsExtensionsAreInEachEventAsInTheStructuredMode() {
        assertThat(body(SpecVersion.V1_0, "{\"a\":\"x\",\"Caps\":1}", "{\"id\":\"1\"}", "{\"id\":\"2\",\"a\":\"y\"}"))
                .isEqualTo("[{\"id\":\"1\",\"a\":\"x\"},{\"id\":\"2\",\"a\":\"x\"}]");
        assertThat(body(SpecVersion.V0_1, "{\"a\":\"x\"}", "{\"eventID\":\"1\"}"))
                .isEqualTo("[{\"eventID\":\"1\",\"extensions\":{\"a\":\"x\"}}]");
    }

    @Test
    void oneEventIsAnArrayAsWell() {
        OutgoingRequest request =
                DIALECT.request("d1", new Sent(SpecVersion.V1_0, "{\"id\":\"1\"}"), JsonObject.EMPTY_JSON_OBJECT);

        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("[{\"id\":\"1\"}]");
        assertThat(request.headers()).containsEntry("webhook-id", "d1");
    }

    private static String body(SpecVersion version, String extensions, String... events) {
        return new String(request(version, extensions, events).body(), StandardCharsets.UTF_8);
    }

    private static OutgoingRequest request(SpecVersion version, String extensions, String... events) {
        List<Sent> sent =
                Stream.of(events).map(event -> new Sent(version, event)).toList();
        return DIALECT.request("b1", sent, json(extensions));
    }

    private static JsonObject json(String text) {
        return JsonText.accepted(text.getBytes(StandardCharsets.UTF_8)).asJsonObject();
    }

    private record Sent(SpecVersion specVersion, String json) implements OutgoingEvent {

        @Override
        public JsonObject attributes() {
            return CloudEventsBatchDialectTest.json(json);
        }

        @Override
        public byte[] structured() {
            return json.getBytes(StandardCharsets.UTF_8);
        }
    }
}
