package org.fanfare.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.event.Messages.only;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.fanfare.dialect.AttributeRules;
import org.fanfare.dialect.Dialects;
import org.fanfare.dialect.EventData;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.testing.JsonTexts;
import org.fanfare.testing.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the dialects make of events that were read: another Fanfare reads it as the same. */
class OutgoingFormsTest {

    private static final String V1 = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"%s}";
    private static final String V0_1 =
            "{\"cloudEventsVersion\":\"0.1\",\"eventID\":\"1\",\"source\":\"/s\",\"eventType\":\"t\"%s}";

    private final Dialects dialects = new Dialects(List.of());

    static Stream<Named<JsonObject>> accepted() {
        return Vectors.of("cloudevents-http.json", "cases")
                .filter(named -> named.getPayload().getBoolean("accept"))
                .filter(named -> !named.getPayload().containsKey("count"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ,"data": {"a" :1.0}                                            | application/json | {"a" :1.0}
                    ,"data": null                                                  | application/json | null
                    ,"data": "x"                                                   | application/json | "x"
                    ,"datacontenttype":"text/plain","data":"h\\u00e9"              | text/plain       | hé
                    ,"datacontenttype":"a/b+json; x=y","data":[1e2]                | a/b+json; x=y    | [1e2]
                    ,"datacontenttype":"image/png","data_base64":"aMOp"            | image/png        | hé
                    """)
    void binaryModeSendsTheDataAsTheyAre(String members, String contentType, String body) {
        OutgoingRequest request = send("cloudevents-binary", V1.formatted(members), "{}");

        assertThat(request.headers())
                .containsEntry("Content-Type", contentType)
                .containsEntry("ce-specversion", "1.0")
                .containsEntry("ce-id", "1")
                .containsEntry("ce-source", "/s")
                .containsEntry("ce-type", "t")
                .containsEntry("webhook-id", "d1")
                .doesNotContainKey("ce-datacontenttype");
        assertThat(new String(request.body(), UTF_8)).isEqualTo(body);
    }

    @Test
    void headersAreEncodedAndTheSubscriptionsExtensionsWin() {
        OutgoingRequest request = send(
                "cloudevents-binary",
                V1.formatted(",\"data\":1,\"subject\":\"Euro € 😀 \\\"100%\\\"\",\"n\":1,\"b\":true"),
                "{\"n\": 2, \"own\": \"a b\", \"id\": \"forged\", \"no-name\": 1}");

        assertThat(request.headers())
                .containsEntry("ce-subject", "Euro%20%E2%82%AC%20%F0%9F%98%80%20%22100%25%22")
                .containsEntry("ce-n", "2")
                .containsEntry("ce-b", "true")
                .containsEntry("ce-own", "a%20b")
                .containsEntry("ce-id", "1")
                .doesNotContainKey("ce-no-name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `     `               | {"specversion":"1.0","id":"1","source":"/s","type":"t"}
                    ,"data_base64":"aMOp" | {"specversion":"1.0","id":"1","source":"/s","type":"t","data_base64":"aMOp"}
                    """)
    void withoutDataOfAKnownTypeAnEventGoesStructured(String members, String body) {
        OutgoingRequest request = send("cloudevents-binary", V1.formatted(members), "{}");

        assertThat(request.headers())
                .containsEntry("Content-Type", "application/cloudevents+json")
                .doesNotContainKey("ce-id");
        assertThat(new String(request.body(), UTF_8)).isEqualTo(body);
    }

    @Test
    void eventsOf01GetTheNamesOf10() {
        OutgoingRequest request = send(
                "cloudevents-binary",
                V0_1.formatted(",\"eventTime\":\"2026-01-31T12:00:00\",\"eventTypeVersion\":\"7\","
                        + "\"contentType\":\"application/json\",\"extensions\":{\"a\":1,\"b\":{}},\"data\":[1.0]"),
                "{}");

        assertThat(request.headers())
                .containsEntry("ce-specversion", "1.0")
                .containsEntry("ce-id", "1")
                .containsEntry("ce-type", "t")
                .containsEntry("ce-time", "2026-01-31T12:00:00Z")
                .containsEntry("ce-eventtypeversion", "7")
                .containsEntry("ce-a", "1")
                .doesNotContainKeys("ce-b", "ce-extensions", "ce-contenttype");
        assertThat(new String(request.body(), UTF_8)).isEqualTo("[1.0]");
    }

    @Property(tries = 300)
    void anyTextThatAnAttributeMayHaveArrivesInItsHeader(@ForAll @StringLength(min = 1, max = 60) String subject) {
        Assume.that(AttributeRules.isText(subject));
        JsonObject attributes = Json.createObjectBuilder(JsonTexts.object(V1.formatted(",\"data\":1")))
                .add("subject", subject)
                .build();

        OutgoingRequest request = send("cloudevents-binary", attributes.toString(), "{}");

        assertThat(request.headers().get("ce-subject")).matches("[\\x21-\\x7e&&[^\"]]+");
        assertThat(only(read(lists(request.headers()), request.body())).subject())
                .contains(subject);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void binaryModeIsReadAsTheSameEvent(JsonObject vector) {
        CloudEvent sent = only(read(headers(vector), vector.getString("body").getBytes(UTF_8)));

        OutgoingRequest request =
                dialects.named("cloudevents-binary").orElseThrow().request("d1", sent, JsonValue.EMPTY_JSON_OBJECT);
        CloudEvent back = only(read(lists(request.headers()), request.body()));

        assertThat(back.id()).isEqualTo(sent.id());
        assertThat(back.source()).isEqualTo(sent.source());
        assertThat(back.type()).isEqualTo(sent.type());
        assertThat(back.subject()).isEqualTo(sent.subject());
        assertThat(EventData.of(back).map(data -> new String(data.bytes(), UTF_8)))
                .isEqualTo(EventData.of(sent).map(data -> new String(data.bytes(), UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ,"time":"2026-01-31T12:00:00Z","data":{"a" :1.0} | {"type":"t","timestamp":"2026-01-31T12:00:00Z","data":{"a" :1.0},"cloudevent":{"specversion":"1.0","id":"1","source":"/s"}}
                    ,"x":"y"                                         | {"type":"t","data":null,"cloudevent":{"specversion":"1.0","id":"1","source":"/s","x":"y"}}
                    ,"datacontenttype":"text/plain","data":"h\\u00e9" | {"type":"t","data":"h\\u00e9","cloudevent":{"specversion":"1.0","id":"1","source":"/s","datacontenttype":"text/plain"}}
                    ,"data_base64":"aMOp"                            | {"type":"t","data_base64":"aMOp","cloudevent":{"specversion":"1.0","id":"1","source":"/s"}}
                    """)
    void standardWebhooksHasTypeTimestampAndData(String members, String payload) {
        OutgoingRequest request = send("standard-webhooks", V1.formatted(members), "{}");

        assertThat(new String(request.body(), UTF_8)).isEqualTo(payload);
        assertThat(request.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("webhook-id", "d1");
    }

    private OutgoingRequest send(String dialect, String event, String extensions) {
        CloudEvent read = only(Messages.read(Messages.STRUCTURED, event));
        return dialects.named(dialect).orElseThrow().request("d1", read, JsonTexts.object(extensions));
    }

    private static Map<String, List<String>> lists(Map<String, String> headers) {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return lists;
    }

    private static Reading read(Map<String, List<String>> headers, byte[] body) {
        return CloudEventReader.read(
                headers.getOrDefault("content-type", List.of("")).get(0), headers, body);
    }

    private static Map<String, List<String>> headers(JsonObject vector) {
        Map<String, List<String>> headers = new HashMap<>();
        vector.getJsonObject("headers")
                .forEach((name, value) -> headers.put(name, List.of(((JsonString) value).getString())));
        return headers;
    }
}
