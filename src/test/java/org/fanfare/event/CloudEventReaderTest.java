package org.fanfare.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.event.Messages.BATCH;
import static org.fanfare.event.Messages.STRUCTURED;
import static org.fanfare.event.Messages.bytes;
import static org.fanfare.event.Messages.event;
import static org.fanfare.event.Messages.faults;
import static org.fanfare.event.Messages.headers;
import static org.fanfare.event.Messages.only;
import static org.fanfare.event.Messages.pointers;
import static org.fanfare.event.Messages.read;
import static org.fanfare.event.Messages.text;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which form a message has, and what batches and bodies are held to. */
class CloudEventReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+unknown",
                "application/cloudevents",
                "application/cloudevents+xml; charset=utf-8",
                "application/cloudevents-batch+avro",
                "application/cloudevents-batch",
                "application/x-www-form-urlencoded",
                "Application/X-WWW-Form-Urlencoded; charset=utf-8",
                "multipart/form-data; boundary=x"
            })
    void otherFormatsAndFormsAreUnsupported(String contentType) {
        assertThat(read(contentType, event("")))
                .isEqualTo(new Reading.Unsupported(contentType.split(";")[0].toLowerCase()));
    }

    @ParameterizedTest
    @CsvSource({
        "application/cloudevents+json;charset=UTF-8, STRUCTURED",
        "APPLICATION/CLOUDEVENTS+JSON, STRUCTURED",
        "application/json, PLAIN_JSON",
        "application/vnd.x+json, PLAIN_JSON",
        "text/plain, PLAIN_JSON",
        "application/octet-stream, PLAIN_JSON",
        "nonsense, PLAIN_JSON"
    })
    void oneEventAsJsonIsReadUnderAnyOtherType(String contentType, Form form) {
        assertThat(read(contentType, event(""))).isInstanceOfSatisfying(Reading.Read.class, reading -> {
            assertThat(reading.form()).isEqualTo(form);
            assertThat(reading.events()).hasSize(1);
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "application/json"})
    void withoutAttributesInHeadersTheTypeSaysNothing(String contentType) {
        assertThat(only(read(contentType, event(""))).mode()).isEqualTo(ContentMode.STRUCTURED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png", "application/x-www-form-urlencoded"})
    void attributesInHeadersMakeABinaryEventOfAnyType(String contentType) {
        assertThat(read(contentType, headers(), "1"))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        reading -> assertThat(reading.form()).isEqualTo(Form.BINARY));
    }

    @Test
    void theTypeOfAStructuredEventWinsOverHeaders() {
        CloudEvent event = only(read(STRUCTURED, headers("ce-id", "other"), event("")));

        assertThat(event.id()).isEqualTo("1");
        assertThat(event.mode()).isEqualTo(ContentMode.STRUCTURED);
    }

    @Test
    void keepsTheBytesOfAStructuredEvent() {
        String body =
                " {\"type\":\"t\", \"id\" : \"\\u0031\",\"source\":\"/s\",\"specversion\":\"1.0\",\"data\":[1.00,1E2]}\n";

        CloudEvent event = only(read(STRUCTURED, body));

        assertThat(text(event.body())).isEqualTo(body);
        assertThat(text(event.structured())).isEqualTo(body);
        assertThat(event.id()).isEqualTo("1");
    }

    @Test
    void cutsTheEventsOfABatchOutAsTheyAreWritten() {
        String first =
                "{ \"data\":{\"x\":\"]},{\"},\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/e\\u002f\",\"type\":\"t\" }";
        String second = event("\"data\":1.50");

        Reading reading = read(BATCH, "[\n" + first + "  ,\t" + second + "]");

        assertThat(reading).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(read.form()).isEqualTo(Form.BATCH);
            assertThat(read.events().stream().map(event -> text(event.body()))).containsExactly(first, second);
        });
    }

    @Test
    void refusesABatchWholeAndSaysWhereEachFaultIs() {
        Reading reading = read(BATCH, "[" + event("") + ",5," + event("\"BAD\":1,\"time\":\"x\"") + "]");

        assertThat(pointers(reading)).containsExactly("/1", "/2/BAD", "/2/time");
    }

    @Test
    void allEventsOfABatchHaveOneVersion() {
        String other = event("").replace("1.0", "0.3");

        assertThat(pointers(read(BATCH, "[" + event("") + "," + other + "]"))).containsExactly("/1/specversion");
        assertThat(read(BATCH, "[" + other + "," + other + "]")).isInstanceOf(Reading.Read.class);
    }

    @Test
    void olderEventsAreNotBatched() {
        String old = event("").replace("1.0", "0.2");

        assertThat(pointers(read(BATCH, "[" + old + "]"))).containsExactly("/0/specversion");
    }

    @Test
    void anArrayIsABatchOnlyUnderItsOwnType() {
        assertThat(pointers(read("application/json", "[" + event("") + "]"))).containsExactly("");
    }

    @Test
    void namesAHundredFaultsAndCountsTheRest() {
        Reading reading = read(BATCH, "[" + "1,".repeat(100_000) + "1]");

        assertThat(faults(reading)).hasSize(101).last().isEqualTo(new Fault("", "99901 more faults are not listed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "5", "NaN", "\"x\"", "{\"a\":NaN}", "{}{}", "{} x", "\uFEFF{}"})
    void refusesWhatIsNoJsonObject(String body) {
        assertThat(read("application/json", body)).isInstanceOf(Reading.Refused.class);
    }

    /** An event that was accepted and is too deep for expressions would break all of them down. */
    @Test
    void theDeepestEventIsNotTooDeepForExpressions() {
        String deepest = event("\"data\":" + "[".repeat(199) + "1" + "]".repeat(199));

        assertThat(only(read(STRUCTURED, deepest)).facts().document().isTooDeep())
                .isFalse();
    }

    @Test
    void refusesInvalidUtf8AndHostileNesting() {
        byte[] latin1 = event("\"subject\":\"é\"").getBytes(StandardCharsets.ISO_8859_1);
        String deep = event("\"data\":" + "[".repeat(500_000) + "]".repeat(500_000));

        assertThat(faults(CloudEventReader.read(STRUCTURED, Map.of(), latin1)))
                .containsExactly(new Fault("", "the body is not valid UTF-8"));
        assertThat(faults(read(STRUCTURED, deep)))
                .containsExactly(new Fault("", "the body is nested deeper than 200 levels"));
    }

    @Test
    void takesAnEventOfManyMegabytes() {
        String body = event("\"data\":\"" + "x".repeat(4_000_000) + "\"");

        assertThat(only(read(STRUCTURED, body)).body()).hasSize(body.length());
    }

    @Test
    void cannotBeChangedThroughItsBytes() {
        byte[] body = bytes(event(""));
        CloudEvent event = only(CloudEventReader.read(STRUCTURED, Map.of(), body));
        body[0] = 'x';
        event.body()[0] = 'x';
        event.structured()[0] = 'x';

        assertThat(text(event.body())).isEqualTo(event(""));
        assertThat(event.specVersion()).isEqualTo(SpecVersion.V1_0);
    }
}
