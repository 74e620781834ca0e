package org.fanfare.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts: pacifica.md, section 4, point 3. */
class WholeEventDialectTest {

    private static final String OLD = "{\"eventID\" : \"\\u0031\",%s \"data\":[1.0, 1e2 ] }";
    private static final String NEW = "{\"specversion\":\"1.0\", \"id\":\"\\u0031\",%s \"data\":[1.0, 1e2 ] }";

    @Test
    void postsJsonWithTheDeliverysIdAndFanfaresName() {
        OutgoingRequest request = request(SpecVersion.V0_1, "{}", "{}");

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers())
                .containsExactly(
                        entry("Content-Type", "application/json"),
                        entry("User-Agent", "Fanfare"),
                        entry("webhook-id", "d1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"extensions\":{ },                 | {}",
                "\"extensions\":{\"a\" : 1.0},       | {}",
                "\"extensions\":{\"a\" : \"\\u00e9\"}, | {\"a\":\"é\"}",
                "\"extensions\":{\"a\":{ \"b\":1}},  | {\"a\":{\"b\":1}}",
            })
    void leavesEveryByteWhereTheOverlayChangesNothing(String own, String overlay) {
        String event = OLD.formatted(own);

        assertThat(body(SpecVersion.V0_1, event, overlay)).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"extensions\":{},                  | {\"b\":[1]}          | \"extensions\":{\"b\":[1]},",
                "\"extensions\" : {\"a\":1 },        | {\"b\":2}            | \"extensions\" : {\"a\":1,\"b\":2 },",
                "\"extensions\":{\"a\":1, \"c\": 3}, | {\"a\":2}            | \"extensions\":{\"a\":2, \"c\": 3},",
                "\"extensions\":{\"a\":{\"x\":1}},   | {\"a\":{\"y\":2}}    | \"extensions\":{\"a\":{\"y\":2}},",
                "\"extensions\":{\"a\":1},           | {\"a\":null}         | \"extensions\":{\"a\":null},",
                "\"extensions\":{\"a\":1},           | {\"eventID\":\"x\"}  | \"extensions\":{\"a\":1,\"eventID\":\"x\"},",
            })
    void overlaysTheExtensionsOf01OneLevelDeepTheSubscriptionWinning(String own, String overlay, String merged) {
        assertThat(body(SpecVersion.V0_1, OLD.formatted(own), overlay)).isEqualTo(OLD.formatted(merged));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":1}"})
    void extensionsOf01AreAlwaysThereAndAtTheEndWhereTheEventHadNone(String overlay) {
        assertThat(body(SpecVersion.V0_1, "{\"eventID\":\"1\" }", overlay))
                .isEqualTo("{\"eventID\":\"1\",\"extensions\":%s }".formatted(overlay));
    }

    @ParameterizedTest
    @EnumSource(
            value = SpecVersion.class,
            names = {"V0_2", "V0_3", "V1_0"})
    void extensionsBecomeAttributesFrom02On(SpecVersion version) {
        assertThat(body(version, NEW.formatted(" \"a\":\"x\","), "{\"a\":\"y\",\"b\":5,\"c\":true}"))
                .isEqualTo(
                        "{\"specversion\":\"1.0\", \"id\":\"\\u0031\", \"a\":\"y\", \"data\":[1.0, 1e2 ],\"b\":5,\"c\":true }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":\"2\",\"source\":\"/evil\",\"type\":\"x\",\"specversion\":\"9\",\"time\":\"x\",\"subject\":\"x\"}",
                "{\"data\":1,\"data_base64\":\"\",\"datacontenttype\":\"x\",\"dataschema\":\"x\",\"schemaurl\":\"x\"}",
                "{\"eventType\":\"x\",\"my-ext\":\"x\",\"Caps\":\"x\",\"\":\"x\",\"extensions\":{}}",
                "{\"a\":null,\"b\":[],\"c\":{},\"d\":1.5,\"e\":3000000000,\"f\":\"\\u0000\"}",
                "{\"same\":\"\\u00e9\"}"
            })
    void whatCannotBeAnAttributeOrWouldForgeTheEventIsLeftOut(String overlay) {
        String event = NEW.formatted(" \"same\" : \"\\u00E9\",");

        assertThat(body(SpecVersion.V1_0, event, overlay)).isEqualTo(event);
    }

    private static String body(SpecVersion version, String event, String extensions) {
        OutgoingRequest request = request(version, event, extensions);
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static OutgoingRequest request(SpecVersion version, String event, String extensions) {
        return WholeEventDialect.PACIFICA.request("d1", new Sent(version, event), json(extensions));
    }

    private static JsonObject json(String text) {
        return JsonText.accepted(text.getBytes(StandardCharsets.UTF_8)).asJsonObject();
    }

    private record Sent(SpecVersion specVersion, String json) implements OutgoingEvent {

        @Override
        public JsonObject attributes() {
            return WholeEventDialectTest.json(json);
        }

        @Override
        public byte[] structured() {
            return json.getBytes(StandardCharsets.UTF_8);
        }
    }
}
