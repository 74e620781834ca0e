package org.fanfare.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of vectors/cloudevents-http.json: what is taken and what is not, and what is then in the event. */
class CloudEventVectorsTest {

    static Stream<Named<JsonObject>> cases() {
        try (InputStream in = CloudEventVectorsTest.class.getResourceAsStream("/vectors/cloudevents-http.json");
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                    .map(each -> Named.of(each.getString("mode") + ": " + each.getString("name"), each));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsTheVectorSays(JsonObject vector) {
        Map<String, List<String>> headers = new TreeMap<>();
        vector.getJsonObject("headers")
                .forEach((name, value) -> headers.put(name, List.of(((JsonString) value).getString())));
        byte[] body = vector.getString("body").getBytes(StandardCharsets.UTF_8);

        Reading reading = CloudEventReader.read(
                headers.getOrDefault("content-type", List.of("")).get(0), headers, body);

        if (!vector.getBoolean("accept")) {
            assertThat(reading).isInstanceOf(Reading.Refused.class);
            return;
        }
        List<CloudEvent> events = reading.fold(
                Reading.Read::events, refused -> fail(refused.toString()), other -> fail(other.toString()));
        if (vector.containsKey("count")) {
            assertThat(events).hasSize(vector.getInt("count"));
        } else {
            assertThat(events).hasSize(1);
            assertEvent(events.get(0), vector);
        }
    }

    private static void assertEvent(CloudEvent event, JsonObject vector) {
        Map<String, JsonValue> attributes = new HashMap<>(event.attributes());
        if (event.dataContentType() != null) {
            attributes.put("datacontenttype", Json.createValue(event.dataContentType()));
        }
        assertThat(attributes).isEqualTo(vector.getJsonObject("attributes"));
        assertThat(event.document().getOrDefault("data", JsonValue.NULL)).isEqualTo(vector.get("data"));
    }
}
