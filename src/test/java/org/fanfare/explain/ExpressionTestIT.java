package org.fanfare.explain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.JsonTexts;
import org.fanfare.testing.Posted;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /expressions/test}. */
@ExtendWith(SharedFanfare.class)
class ExpressionTestIT {

    private static final String EVENT = """
            {"specversion": "1.0", "id": "1", "source": "/lab", "type": "org.example.t", "data": {"a": [1, 2, 3]}}""";

    private FanfareClient client;

    @BeforeEach
    void call(Surroundings surroundings) {
        client = surroundings.fanfare().client().as(SharedFanfare.newUser());
    }

    @Test
    void anExpressionIsToldWhatItSelectsAndCosts() {
        JsonObject tested = test("\"expression\": \"$.a[*]\", \"document\": {\"a\": [1, \"x\", {\"b\": null}]}");

        assertThat(tested.getBoolean("matched")).isTrue();
        assertThat(tested.getString("dialect")).isEqualTo("/filters/jsonpath2");
        assertThat(tested.getJsonArray("values")).isEqualTo(JsonTexts.array("[1, \"x\", {\"b\": null}]"));
        assertThat(tested.getInt("steps")).isPositive();
        assertThat(tested.getInt("micros")).isNotNegative();
        assertThat(tested).doesNotContainKeys("truncated", "fault");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                | $[?@.a == 1]      | /filters/jsonpath
                                | a                 | /filters/jsonpath2
                    rfc9535     | $.a               | /filters/jsonpath
                    jsonpath2   | $.a               | /filters/jsonpath2
                    /filters/jsonpath | $.a         | /filters/jsonpath
                    sql         | a = 1             | sql
                    jayway      | $.a               | /filters/jayway
                    """)
    void theDialectIsTheOneNamedOrDetected(String dialect, String expression, String takenFor) {
        String named = dialect == null ? "" : "\"dialect\": \"" + dialect + "\", ";
        JsonObject tested = test(named + "\"expression\": \"" + expression + "\", \"document\": {\"a\": 1}");

        assertThat(tested.getString("dialect")).isEqualTo(takenFor);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [{"exact": {"type": "org.example.t"}}, {"sql": "source = '/lab'"}] | true
                    [{"not": {"prefix": {"type": "org."}}}]                            | false
                    [{"/filters/jsonpath2": "$.eventType"}]                            | true
                    []                                                                 | true
                    """)
    void filtersSeeADocumentThatIsACloudEventAsIfItHadCome(String filters, boolean matched) {
        JsonObject tested = test("\"filters\": " + filters + ", \"document\": " + EVENT);

        assertThat(tested.getBoolean("matched")).isEqualTo(matched);
        assertThat(tested).doesNotContainKey("dialect");
    }

    @Test
    void ofADocumentThatIsNoCloudEventScalarsAreAttributes() {
        String filters = "\"filters\": [{\"exact\": {\"a\": \"1\"}}]";

        assertThat(test(filters + ", \"document\": {\"specversion\": \"9\", \"a\": 1}")
                        .getBoolean("matched"))
                .isTrue();
        assertThat(test(filters + ", \"document\": {\"a\": [1]}").getBoolean("matched"))
                .isFalse();
        assertThat(test(filters + ", \"document\": null").getBoolean("matched")).isFalse();
    }

    @Test
    void valuesAreBoundedInNumberAndSize() {
        JsonObject many = test("\"expression\": \"$[*]\", \"document\": [" + "1,".repeat(100) + "1]");
        assertThat(many.getJsonArray("values")).hasSize(100);
        assertThat(many.getBoolean("truncated")).isTrue();

        String large = "\"" + "x".repeat(40_000) + "\"";
        JsonObject much = test("\"expression\": \"$[*]\", \"document\": [" + large + "," + large + "]");
        assertThat(much.getJsonArray("values")).hasSize(1);
        assertThat(much.getBoolean("truncated")).isTrue();
    }

    @Test
    void jaywaysValuesAreJsonAsTheyWereInTheDocument() {
        String document = "[1, 1.5, \"x\", null, true, {\"a\": [{}]}, 12345678901234567890]";

        JsonObject tested = test("\"dialect\": \"jayway\", \"expression\": \"$[*]\", \"document\": " + document);

        assertThat(tested.getJsonArray("values")).isEqualTo(JsonTexts.array(document));
    }

    @Test
    void aBreakdownIsToldAndIsNoMatch() {
        JsonObject tested = test("\"expression\": \"$.a[::0]\", \"document\": {\"a\": [1]}");

        assertThat(tested.getBoolean("matched")).isFalse();
        assertThat(tested.getString("fault")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `"dialect": "rfc9535", "expression": "$.a["`       | 4
                    `"dialect": "sql", "expression": "a = "`           | 4
                    `"dialect": "jayway", "expression": "$.a["`        | 4
                    `"expression": "$.a["`                             | 4
                    """)
    void aTextThatDoesNotCompileIsAnswered422WithTheFaultsPlace(String expression, int position) {
        Reply refused = client.post("/expressions/test", "{" + expression + ", \"document\": 1}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        JsonObject error = refused.json().getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("pointer")).isEqualTo("/expression");
        assertThat(error.getInt("position")).as(refused.text()).isEqualTo(position);
        assertThat(error.getString("expected")).isNotBlank();
        assertThat(error.getString("detail")).contains("position " + position);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `"document": 1`                                                     | /expression
                    `"expression": "$", "filters": [], "document": 1`                   | /filters
                    `"expression": "$"`                                                 | /document
                    `"expression": "$", "document": 1, "event_id": "x"`                 | /event_id
                    `"expression": "$", "event_id": "x"`                                | /event_id
                    `"expression": 5, "document": 1`                                    | /expression
                    `"expression": "$", "document": 1, "x": 1`                          | /x
                    `"expression": "$", "document": 1, "dialect": "exact"`              | /dialect
                    `"expression": "$", "document": 1, "dialect": "JSONPATH2"`          | /dialect
                    `"filters": [], "document": 1, "dialect": "sql"`                    | /dialect
                    `"filters": [{"exact": {}}], "document": 1`                         | /filters/0/exact
                    """)
    void aWrongMemberIsAnswered422WithAPointer(String members, String pointer) {
        Reply refused = client.post("/expressions/test", "{" + members + "}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.pointers()).containsExactly(pointer);
    }

    @Test
    void anEventCanBeNamedByWhoPostedItOnly() {
        String id = client.post("/receive", Posted.event(Posted.newType())).text();
        String body = "{\"expression\": \"$.data[*].value\", \"event_id\": \"" + id + "\"}";

        assertThat(client.post("/expressions/test", body).json().getJsonArray("values"))
                .isEqualTo(JsonTexts.array("[1234]"));
        assertThat(client.as(SharedFanfare.OPERATOR)
                        .post("/expressions/test", body)
                        .status())
                .isEqualTo(200);
        FanfareClient stranger = client.as(SharedFanfare.newUser());
        Reply hidden = stranger.post("/expressions/test", body);
        String unknown = UUID.randomUUID().toString();
        Reply absent = stranger.post("/expressions/test", body.replace(id, unknown));
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text().replace(id, unknown)).isEqualTo(absent.text());
    }

    @Test
    void aDocumentMayBeAsLargeAsAMebibyteAndNoLarger() {
        String start = "{\"expression\": \"$\", \"document\": \"";
        String most = start + "x".repeat((1 << 20) - start.length() - 2) + "\"}";

        assertThat(client.post("/expressions/test", most).status()).isEqualTo(200);
        assertThat(client.post("/expressions/test", most + " ").status()).isEqualTo(413);
    }

    private JsonObject test(String members) {
        Reply tested = client.post("/expressions/test", "{" + members + "}");
        assertThat(tested.status()).as(tested.text()).isEqualTo(200);
        return tested.json();
    }
}
