package org.fanfare.slack;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.fanfare.dialect.OutgoingEvent;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.testing.JsonTexts;
import org.junit.jupiter.api.Test;

class SlackDialectTest {

    private final SlackDialect dialect = new SlackDialect();

    @Test
    void aLineSaysWhatHappenedWhereAndTheNextOneTheData() {
        OutgoingRequest request =
                dialect.request("d1", event("\"subject\": \"room <7>\", \"data\": {\"a\": \"&\"}"), none());

        assertThat(JsonTexts.object(new String(request.body(), StandardCharsets.UTF_8)))
                .isEqualTo(
                        JsonTexts.object("{\"text\": \"*t* from /s: room &lt;7&gt;\\n{\\\"a\\\": \\\"&amp;\\\"}\"}"));
        assertThat(request.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("webhook-id", "d1");
    }

    @Test
    void longDataAreCutBetweenCharacters() {
        OutgoingRequest request = dialect.request("d1", event("\"data\": \"" + "x".repeat(998) + "😀😀\""), none());

        assertThat(JsonTexts.object(new String(request.body(), StandardCharsets.UTF_8))
                        .getString("text"))
                .endsWith("xxx...")
                .doesNotContain("😀");
    }

    private static JsonObject none() {
        return JsonTexts.object("{}");
    }

    private static OutgoingEvent event(String members) {
        String json = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"," + members + "}";
        return new OutgoingEvent() {

            @Override
            public SpecVersion specVersion() {
                return SpecVersion.V1_0;
            }

            @Override
            public JsonObject attributes() {
                return JsonTexts.object(json);
            }

            @Override
            public byte[] structured() {
                return json.getBytes(StandardCharsets.UTF_8);
            }
        };
    }
}
