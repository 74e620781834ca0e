package org.fanfare.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.event.Messages.faults;
import static org.fanfare.event.Messages.only;
import static org.fanfare.event.Messages.pointers;
import static org.fanfare.event.Messages.read;
import static org.fanfare.event.Messages.text;

import org.fanfare.dialect.SpecVersion;
import org.fanfare.problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CloudEvents 0.1 as Pacifica Metadata sends it (pacifica.md, 3 and 5.2). */
class PacificaEventTest {

    private static final String INGEST = """
            {"cloudEventsVersion": "0.1", "eventType": "org.pacifica.metadata.ingest", \
            "source": "http://metadata.pacifica.org/transactions?_id=1234", "eventID": "metadata.ingest.1234", \
            "eventTime": "2019-03-01T12:00:00", "extensions": {}, "contentType": "application/json", \
            "data": [{"destinationTable": "Transactions._id", "value": 1234}, {"name": "\\u65e5\\u672c"}]}""";

    @Test
    void readsWhatTheProducerSendsByteForByte() {
        Reading reading = read("application/json", INGEST);

        CloudEvent event = only(reading);
        assertThat(((Reading.Read) reading).form()).isEqualTo(Form.PLAIN_JSON);
        assertThat(event.specVersion()).isEqualTo(SpecVersion.V0_1);
        assertThat(event.id()).isEqualTo("metadata.ingest.1234");
        assertThat(event.type()).isEqualTo("org.pacifica.metadata.ingest");
        assertThat(event.source()).isEqualTo("http://metadata.pacifica.org/transactions?_id=1234");
        assertThat(event.time()).contains("2019-03-01T12:00:00");
        assertThat(event.subject()).isEmpty();
        assertThat(event.dataContentType()).isEqualTo("application/json");
        assertThat(event.attributes()).containsKey("extensions").doesNotContainKey("data");
        assertThat(text(event.structured())).isEqualTo(INGEST);
        assertThat(text(event.policyView())).isEqualTo(INGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cloudevents+json; charset=utf-8", "text/plain"})
    void anyMediaTypeWillDo(String contentType) {
        assertThat(only(read(contentType, INGEST)).specVersion()).isEqualTo(SpecVersion.V0_1);
    }

    @Test
    void aRawDoiInTheSourceIsNotRefusedForTheProducerWouldNotSendAgain() {
        String source = "http://metadata.pacifica.org/doientry?doi=10.1002/(SICI)1097(199806)49:8<693::AID>3.0.CO;2-é";

        CloudEvent event = only(read("application/json", INGEST.replaceAll("http[^\"]*", source)));

        assertThat(event.source()).isEqualTo(source);
    }

    @Test
    void fourAttributesAreRequired() {
        assertThat(pointers(read("application/json", "{\"eventID\":null}")))
                .containsExactlyInAnyOrder("/cloudEventsVersion", "/eventID", "/eventType", "/source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "5"})
    void extensionsThatAreNoObjectAreRefused(String extensions) {
        assertThat(faults(read("application/json", INGEST.replace("{},", extensions + ","))))
                .containsExactly(Fault.ofMember(
                        "extensions", "extensions must be an object; leave it out where there are none"));
    }

    @Test
    void extensionsThatComeTwiceAreRefusedWhateverTheFirstAre() {
        assertThat(pointers(read("application/json", INGEST.replace("{},", "null,\"extensions\":{},"))))
                .containsExactly("/extensions");
    }

    @Test
    void extensionsHaveEachNameOnce() {
        assertThat(pointers(read("application/json", INGEST.replace("{},", "{\"a\":1,\"b\":2,\"a\":3},"))))
                .containsExactly("/extensions/a");
    }

    @Test
    void extensionsAndUnknownMembersAreFree() {
        String body = INGEST.replace("{},", "{\"comExample\":{\"a\":[1.5,null]}},\"My-Member\":[1.5],");

        assertThat(only(read("application/json", body)).attributes()).containsKeys("extensions", "My-Member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-03-01T12:00:00Z", "2019-03-01T12:00:00.123456", "2019-03-01T12:00:00+01:00"})
    void timeCanHaveAZoneOrNone(String time) {
        assertThat(only(read("application/json", INGEST.replace("2019-03-01T12:00:00", time)))
                        .time())
                .contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2019-03-01", "2019-02-30T12:00:00"})
    void timeMustBeATime(String time) {
        assertThat(pointers(read("application/json", INGEST.replace("2019-03-01T12:00:00", time))))
                .containsExactly("/eventTime");
    }

    @Test
    void indexedAttributesCannotHoldControlCharacters() {
        assertThat(pointers(read("application/json", INGEST.replace("metadata.ingest.1234", "a\\u0000"))))
                .containsExactly("/eventID");
    }

    @Test
    void anotherVersionIsRefused() {
        assertThat(pointers(read("application/json", INGEST.replace("\"0.1\"", "\"1.0\""))))
                .containsExactly("/cloudEventsVersion");
    }
}
