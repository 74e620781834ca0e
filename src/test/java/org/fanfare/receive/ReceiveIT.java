package org.fanfare.receive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Posted;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /receive} answers (pacifica.md, 3, and what Fanfare does differently; webhook-standards.md, 4.2). */
@Wire
@ExtendWith(SharedFanfare.class)
class ReceiveIT {

    private static final String UUID_TEXT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final int MOST_BYTES = 1_048_576;

    private final String type = Posted.newType();
    private FanfareClient producer;

    @BeforeEach
    void call(Surroundings surroundings) {
        producer = surroundings.fanfare().client().as(SharedFanfare.newUser());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "text/plain"})
    void thePacificaProducersFormIsAnswered200WithTheBareId(String contentType) {
        Reply reply = post(contentType, Posted.event(type));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).matches(UUID_TEXT);
        assertThat(reply.header("Location")).isNull();
        assertThat(reply.allowed()).containsExactly("OPTIONS", "POST");
        assertThat(producer.get("/events/" + reply.text()).status()).isEqualTo(200);
    }

    @Test
    void withoutContentTypeItIsThePacificaProducersFormToo() {
        Reply reply = producer.call("POST", "/receive/", Map.of(), Posted.event(type));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).matches(UUID_TEXT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application/cloudevents+json | cloudEventsVersion | 0.1 | eventType | eventID
                    application/cloudevents+json | specversion        | 0.2 | type      | id
                    application/json             | specversion        | 0.3 | type      | id
                    application/cloudevents+json | specversion        | 1.0 | type      | id
                    application/json             | specversion        | 1.0 | type      | id
                    """)
    void otherFormsAreAnswered202WithIdAndLocation(
            String contentType, String versionName, String version, String typeName, String idName) {
        Reply reply = post(contentType, """
                {"%s": "%s", "%s": "%s", "source": "/s", "%s": "%s"}""".formatted(versionName, version, typeName, type, idName, UUID.randomUUID()));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        String id = reply.member("id");
        assertThat(id).matches(UUID_TEXT);
        assertThat(reply.header("Location")).endsWith("/events/" + id);
        assertThat(producer.get("/events/" + id).json().getJsonObject("event").getString("specversion"))
                .isEqualTo(version);
    }

    @Test
    void binaryEventsAreAnswered202() {
        Reply reply = producer.call("POST", "/receive", binary("%61%e2%82%ac"), "1.0");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(producer.get("/events/" + reply.member("id"))
                        .json()
                        .getJsonObject("event")
                        .getString("type"))
                .isEqualTo(type);
    }

    @Test
    void aBatchIsAnswered202WithItsIdsInOrder() {
        Reply reply = post(BATCH, "[" + v1("a") + "," + v1("b") + "," + v1("a") + "]");

        assertThat(reply.status()).isEqualTo(202);
        List<String> ids = reply.json().getJsonArray("ids").getValuesAs(JsonString::getString);
        assertThat(ids).hasSize(3);
        assertThat(ids.get(2)).as("the same event twice").isEqualTo(ids.get(0)).isNotEqualTo(ids.get(1));
        assertThat(producer.get("/events/" + ids.get(1))
                        .json()
                        .getJsonObject("event")
                        .getString("eventId"))
                .isEqualTo(type + "b");
    }

    @Test
    void anEmptyBatchIsTaken() {
        Reply reply = post(BATCH, "[]");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().getJsonArray("ids")).isEmpty();
    }

    @Test
    void aBatchWithOneBadEventIsRefusedAsAWhole() {
        Reply reply = post(BATCH, "[" + v1("a") + ",{\"id\": \"x\"}]");

        assertProblem(reply, 400, "malformed");
        assertThat(reply.pointers()).isNotEmpty().allMatch(pointer -> pointer.startsWith("/1"));
        assertThat(producer.as(SharedFanfare.OPERATOR)
                        .get("/events?type=" + type)
                        .array())
                .isEmpty();
    }

    @Test
    void anEventSeenBeforeGetsTheSameAnswer() {
        String event = Posted.event(type);
        Reply first = post("application/json", event);
        Reply again = post("application/json", event);
        Reply byAnother = producer.as(SharedFanfare.newUser()).post("/receive", event);

        assertThat(List.of(again.status(), byAnother.status())).containsOnly(first.status());
        assertThat(List.of(again.text(), byAnother.text())).containsOnly(first.text());
    }

    @Test
    void theSameIdOfAnotherSourceIsAnotherEvent() {
        Reply one = post(STRUCTURED, v1("a"));
        Reply other = post(STRUCTURED, v1("a").replace("\"/s\"", "\"/other\""));

        assertThat(one.member("id")).isNotEqualTo(other.member("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "5", "null", "NaN", "{}", "{\"eventType\": \"t\"}"})
    void whatIsNoCloudEventAnswers400(String body) {
        assertProblem(post("application/json", body), 400, "malformed");
    }

    @Test
    void allFaultsOfAnEventAreToldAtOnce() {
        Reply reply = post(STRUCTURED, "{\"specversion\": \"1.0\", \"id\": 5, \"source\": \"\", \"n\": 1.5}");

        assertProblem(reply, 400, "malformed");
        assertThat(reply.pointers()).containsExactly("/id", "/n", "/source", "/type");
    }

    @ParameterizedTest
    @CsvSource({"id, 2048", "source, 2048", "type, 512", "datacontenttype, 1024"})
    void anAttributeFitsOrIsRefused(String name, int most) {
        String longest = (name.equals("datacontenttype") ? "text/" : "") + "x".repeat(most);
        String fits = longest.substring(0, most);
        String event = """
                {"specversion": "1.0", "type": "%1$s", "source": "/%1$s", "id": "%1$s", "datacontenttype": "a/b"}""".formatted(type);

        assertThat(post(STRUCTURED, with(event, name, fits)).status()).isEqualTo(202);
        Reply refused = post(STRUCTURED, with(event, name, fits + "x"));
        assertProblem(refused, 400, "malformed");
        assertThat(refused.pointers()).containsExactly("/" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/cloudevents+xml",
                "application/cloudevents-batch+avro",
                "multipart/form-data; boundary=x"
            })
    void mediaTypesThatAreNotReadAnswer415(String contentType) {
        assertProblem(post(contentType, Posted.event(type)), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void otherMethodsAnswer405(String method) {
        Reply reply = producer.call(method, "/receive");

        assertProblem(reply, 405, "method-not-allowed");
        assertThat(reply.allowed()).containsExactly("OPTIONS", "POST");
    }

    @Test
    void anExtraPathSegmentAnswers404() {
        assertProblem(producer.post("/receive/x", Posted.event(type)), 404, "not-found");
    }

    @Test
    void anEventOf64KiBPasses() {
        assertThat(post("application/json", padded(65_536)).status()).isEqualTo(200);
    }

    @Test
    void theLimitIsExact() {
        assertThat(post("application/json", padded(MOST_BYTES)).status()).isEqualTo(200);
        assertProblem(post("application/json", padded(MOST_BYTES + 1)), 413, "too-large");
    }

    @Test
    void theLimitHoldsForBodiesOfUnknownLength() {
        assertThat(producer.call("POST", "/receive", json(), chunked(padded(MOST_BYTES)))
                        .status())
                .isEqualTo(200);
        assertProblem(producer.call("POST", "/receive", json(), chunked(padded(MOST_BYTES + 1))), 413, "too-large");
    }

    private static String with(String event, String name, String value) {
        return event.replaceAll("\"" + name + "\": \"[^\"]*\"", "\"" + name + "\": \"" + value + "\"");
    }

    private Reply post(String contentType, String body) {
        return producer.call("POST", "/receive", Map.of("Content-Type", contentType), body);
    }

    private String v1(String suffix) {
        return """
                {"specversion": "1.0", "type": "%1$s", "source": "/s", "id": "%1$s%2$s"}""".formatted(type, suffix);
    }

    private Map<String, String> binary(String subject) {
        return Map.of(
                "Content-Type",
                "application/json",
                "ce-specversion",
                "1.0",
                "ce-type",
                type,
                "ce-source",
                "/s",
                "ce-id",
                type,
                "ce-subject",
                subject);
    }

    /** An event of exactly so many bytes. */
    private String padded(int bytes) {
        String event = Posted.event(type);
        return event.substring(0, event.length() - 1) + ", \"padding\": \"" + "x".repeat(bytes - event.length() - 15)
                + "\"}";
    }

    private static Map<String, String> json() {
        return Map.of("Content-Type", "application/json");
    }

    /** Without Content-Length. */
    private static BodyPublisher chunked(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    private static void assertProblem(Reply reply, int status, String slug) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        JsonObject problem = reply.json();
        assertThat(problem.getString("type")).isEqualTo("/problems/" + slug);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("detail")).isNotBlank();
    }
}
