package org.fanfare.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.fanfare.filter.EventFacts;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderingTest {

    private static final EventFacts EVENT = event("""
            {"partitionkey": "p", "subject": "s", "number": 7,
            "data": {"name": "n", "number": 1.50, "flag": true, "nothing": null, "list": [1, 2], "object": {}}}""");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ordering": "key"}                                                | p
            {"ordering": "key", "orderingkey": "subject"}                      | s
            {"ordering": "key", "orderingkey": "number"}                       | 7
            {"ordering": "key", "orderingkey": "$.data.name"}                  | n
            {"ordering": "key", "orderingkey": "$.data.flag"}                  | true
            {"ordering": "key", "orderingkey": "$.data.list[*]"}               | 1
            """)
    void theKeyIsAnAttributeOrWhatAPathSelectsFirst(String options, String key) {
        assertThat(read(options).keyOf(EVENT)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ordering\": \"key\", \"orderingkey\": \"missing\"}",
                "{\"ordering\": \"key\", \"orderingkey\": \"$.data.missing\"}",
                "{\"ordering\": \"key\", \"orderingkey\": \"$.data.nothing\"}",
                "{\"ordering\": \"key\", \"orderingkey\": \"$.data.object\"}",
                "{\"ordering\": \"key\", \"orderingkey\": \"$.data.list\"}"
            })
    void withoutAKeyThereIsNoOrder(String options) {
        assertThat(read(options).keyOf(EVENT)).isEmpty();
    }

    @Test
    void aLongKeyIsKeptAsItsHash() {
        String key = read("{\"ordering\": \"key\"}")
                .keyOf(event("{\"partitionkey\": \"" + "k".repeat(65) + "\"}"))
                .orElseThrow();

        assertThat(key).startsWith("sha256:").hasSizeLessThanOrEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ordering\": \"time\"}",
                "{\"ordering\": 1}",
                "{\"orderingkey\": \"subject\"}",
                "{\"ordering\": \"key\", \"orderingkey\": \"Subject\"}",
                "{\"ordering\": \"key\", \"orderingkey\": \"\"}",
                "{\"ordering\": \"key\", \"orderingkey\": \"$[\"}"
            })
    void anythingElseIsAFault(String options) {
        JsonMembers members = members(options);

        Ordering.read(members);

        assertThat(members.faults()).hasSize(1);
    }

    private static Ordering read(String options) {
        JsonMembers members = members(options);
        Ordering ordering = Ordering.read(members);
        assertThat(members.faults()).isEmpty();
        return ordering;
    }

    private static JsonMembers members(String json) {
        return JsonMembers.ofBody(json.getBytes(StandardCharsets.UTF_8));
    }

    private static EventFacts event(String json) {
        JsonObject event =
                JsonText.accepted(json.getBytes(StandardCharsets.UTF_8)).asJsonObject();
        return EventFacts.of(event, event);
    }
}
