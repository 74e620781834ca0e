package org.fanfare.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.event.Messages.STRUCTURED;
import static org.fanfare.event.Messages.bytes;
import static org.fanfare.event.Messages.event;
import static org.fanfare.event.Messages.headers;
import static org.fanfare.event.Messages.only;
import static org.fanfare.event.Messages.read;
import static org.fanfare.event.Messages.text;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The views of a stored event. */
class CloudEventTest {

    @Test
    void jsonDataOfABinaryEventAreSplicedInAsTheyAre() {
        String data = " {\"a\" : 1.00, \"b\":\"\\u00e9\", \"a2\":1E2}\n";

        assertThat(text(binary("application/json", data).structured()))
                .contains("\"specversion\":\"1.0\"", "\"datacontenttype\":\"application/json\"")
                .endsWith(",\"data\":" + data + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "application/json         | {\"a\":1}   | data        | {\"a\":1}",
                "application/vnd.x+json   | \"{}\"      | data        | \"{}\"",
                "none                     | [1.0]       | data        | [1.0]",
                "none                     | <a/>        | data_base64 | \"PGEvPg==\"",
                "text/plain               | {\"a\":1}   | data        | \"{\\\"a\\\":1}\"",
                "text/plain;charset=UTF-8 | é           | data        | \"é\"",
                "text/plain;charset=utf-16 | é          | data_base64 | \"w6k=\"",
                "application/xml          | <a/>        | data        | \"<a/>\"",
                "image/svg+xml            | <a/>        | data        | \"<a/>\"",
                "application/octet-stream | abc         | data_base64 | \"YWJj\"",
            })
    void dataOfABinaryEventGetTheFormTheJsonFormatHasForThem(String type, String data, String name, String expected) {
        JsonObject document = binary(type, data).document();

        assertThat(document.get(name)).isEqualTo(json(expected));
        assertThat(document.keySet()).doesNotContain(name.equals("data") ? "data_base64" : "data");
    }

    @Test
    void textThatIsNotUtf8BecomesBase64() {
        byte[] latin1 = "é".getBytes(StandardCharsets.ISO_8859_1);

        CloudEvent event = only(CloudEventReader.read("text/plain", headers(), latin1));

        assertThat(event.document().getString("data_base64")).isEqualTo("6Q==");
    }

    @Test
    void binaryDataOf03AreEncodedTheWayOf03() {
        CloudEvent event = only(read("image/png", headers("ce-specversion", "0.3"), "abc"));

        assertThat(event.document().getString("data")).isEqualTo("YWJj");
        assertThat(event.document().getString("datacontentencoding")).isEqualTo("base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2", "0.3", "1.0"})
    void expressionsAndPolicyFindTheNamesOf01InLaterEvents(String version) {
        String body = event("\"time\":\"2026-01-31T12:00:00Z\",\"data\":1.0 ").replace("1.0\"", version + "\"");
        CloudEvent event = only(read(STRUCTURED, body));

        assertThat(text(event.policyView()))
                .isEqualTo(body.replace(
                        "1.0 }",
                        ("1.0,\"cloudEventsVersion\":\"%s\",\"eventType\":\"t\",\"eventID\":\"1\","
                                        + "\"eventTime\":\"2026-01-31T12:00:00Z\",\"contentType\":\"application/json\" }")
                                .formatted(version)));
        assertThat(event.document()).isEqualTo(json(text(event.policyView())));
        assertThat(text(event.structured())).isEqualTo(body);
    }

    @Test
    void namesOf01WithoutAValueAreNotAdded() {
        assertThat(only(read(STRUCTURED, event(""))).document())
                .containsKeys("eventType", "eventID")
                .doesNotContainKeys("eventTime", "contentType");
    }

    @Test
    void documentOfABinaryEventHasTheNamesOf01Too() {
        JsonObject document = binary("application/json", "{\"a\":1}").document();

        assertThat(document.getString("eventType")).isEqualTo("t");
        assertThat(document.getString("contentType")).isEqualTo("application/json");
        assertThat(document.getJsonObject("data").getInt("a")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "image/png"})
    void comesBackFromTheLogAsItWentIn(String contentType) {
        CloudEvent event = binary(contentType, "{\"a\" : 1.0}");

        CloudEvent stored = CloudEvent.stored(
                event.specVersion(),
                event.mode(),
                event.attributes().toString(),
                event.dataContentType(),
                event.body());

        assertThat(stored.structured()).isEqualTo(event.structured());
        assertThat(stored.policyView()).isEqualTo(event.policyView());
        assertThat(stored.document()).isEqualTo(event.document());
        assertThat(stored.id()).isEqualTo(event.id());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
        "2026-01-31T13:00:00.5+01:00, 2026-01-31T12:00:00.500Z",
        "tomorrow, ",
        "2026-01-31, "
    })
    void expiresWhenItSaysSoAsATime(String text, Instant expected) {
        CloudEvent event = only(read(STRUCTURED, event("\"expirytime\":\"" + text + "\"")));

        assertThat(event.expiresAt()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void withoutAnExpiryTimeItDoesNotExpire() {
        assertThat(only(read(STRUCTURED, event(""))).expiresAt()).isEmpty();
    }

    @Test
    void printsItsIdentityAndNothingOfItsContent() {
        assertThat(only(read(STRUCTURED, event("\"data\":\"secret\",\"ext\":\"secret\""))))
                .hasToString("CloudEvent[1.0, source=/s, id=1]");
    }

    @Test
    void whatABinaryEventBecomesIsReadAsTheSameEvent() {
        CloudEvent binary = only(read(
                "text/plain",
                headers("ce-subject", "%E2%82%AC%22", "ce-ext", "x", "ce-time", "2026-01-31T12:00:00Z"),
                "é"));

        CloudEvent structured = only(CloudEventReader.read(STRUCTURED, Map.of(), binary.structured()));

        assertThat(structured.attributes()).isEqualTo(binary.attributes());
        assertThat(structured.dataContentType()).isEqualTo(binary.dataContentType());
        assertThat(structured.document()).isEqualTo(binary.document());
        assertThat(structured.specVersion()).isEqualTo(SpecVersion.V1_0);
        assertThat(structured.document().get("data")).isEqualTo(Json.createValue("é"));
    }

    private static CloudEvent binary(String contentType, String data) {
        return only(read(contentType, headers(), data));
    }

    private static JsonValue json(String text) {
        return JsonText.accepted(bytes(text));
    }
}
