package org.fanfare.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.event.Messages.STRUCTURED;
import static org.fanfare.event.Messages.event;
import static org.fanfare.event.Messages.faults;
import static org.fanfare.event.Messages.only;
import static org.fanfare.event.Messages.pointers;
import static org.fanfare.event.Messages.read;

import jakarta.json.Json;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What 0.2, 0.3 and 1.0 demand of an event that is a JSON object. */
class StructuredReaderTest {

    @Test
    void namesEveryFaultAtOnce() {
        Reading reading = read(STRUCTURED, """
                {"specversion":"1.0","source":"a b","type":"","time":"now","dataschema":"x","Caps":1,"n":1.5,
                 "o":{},"data":1,"data_base64":"@"}""");

        assertThat(pointers(reading))
                .containsExactlyInAnyOrder(
                        "/id",
                        "/source",
                        "/type",
                        "/time",
                        "/dataschema",
                        "/Caps",
                        "/n",
                        "/o",
                        "/data_base64",
                        "/data_base64");
    }

    @Test
    void whatIsNoEventMissesTheAttributesOf10() {
        assertThat(pointers(read(STRUCTURED, "{\"data\":1}")))
                .containsExactlyInAnyOrder("/specversion", "/id", "/source", "/type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2.0\"", "\"1.0.2\"", "\"0.1\"", "\"\"", "1.0", "null"})
    void anotherVersionIsTheOnlyFault(String version) {
        assertThat(faults(read(STRUCTURED, "{\"specversion\":%s}".formatted(version))))
                .containsExactly(Fault.ofMember("specversion", "specversion must be \"1.0\", \"0.3\" or \"0.2\""));
    }

    @Test
    void refusesNamesThatComeTwiceHoweverTheyAreWritten() {
        assertThat(pointers(read(STRUCTURED, event("\"a\":1,\"\\u0061\":1,\"data\":1,\"data\":2"))))
                .containsExactlyInAnyOrder("/a", "/data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\":\"\\u0000\"",
                "\"a\":\"\\ud800\"",
                "\"a\":\"\\uffff\"",
                "\"a\":2147483648",
                "\"a\":1.0",
                "\"a\":[]",
                "\"subject\":\"\\u009f\"",
                "\"subject\":5",
                "\"my-ext\":\"x\"",
                "\"my_ext\":\"x\"",
                "\"\":\"x\"",
                "\"dataschema\":\"\"",
                "\"datacontenttype\":\"json\"",
                "\"datacontenttype\":\"\"",
                "\"data_base64\":5",
                "\"data_base64\":\"YQ\"",
                "\"data_base64\":\"YQ==\\n\"",
                "\"data\":null,\"data_base64\":\"YQ==\"",
                "\"eventType\":\"t\"",
                "\"datacontenttype\":\"application/json\\r\\nX: y\""
            })
    void refusesAttributesAndDataThatBreakTheRulesOf10(String member) {
        assertThat(faults(read(STRUCTURED, event(member)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\":\"\"",
                "\"a\":true",
                "\"a\":-2147483648",
                "\"a\":null",
                "\"a\":\"\\ud83d\\ude00\"",
                "\"data\":null",
                "\"data_base64\":\"\"",
                "\"data_base64\":null,\"data\":1",
                "\"dataschema\":\"urn:x:y\"",
                "\"0\":\"x\"",
                "\"datacontenttype\":\"text/plain; charset=\\\"utf-8\\\"\"",
                "\"dataschema\":\"http://x/y#z\"",
                "\"averyveryverylongnameofanattribute\":\"x\"",
                "\"datacontentencoding\":\"x\""
            })
    void takesWhatTheRulesOf10Allow(String member) {
        assertThat(read(STRUCTURED, event(member))).isInstanceOf(Reading.Read.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, true",
        "2026-01-31t12:00:00.123456789z, true",
        "2026-01-31T12:00:00-08:00, true",
        "2016-12-31T23:59:60Z, true",
        "2024-02-29T00:00:00+00:00, true",
        "2026-02-29T00:00:00Z, false",
        "2026-01-31T24:00:00Z, false",
        "2026-01-31T12:00:00, false",
        "2026-01-31 12:00:00Z, false",
        "2026-01-31T12:00Z, false",
        "2026-01-31, false",
        "2026-13-01T00:00:00Z, false",
        "'', false",
        "2026-01-31T12:00:00+0800, false",
        "2026-01-31T12:00:00+24:00, false",
        "2026-01-31T12:00:00.Z, false"
    })
    void timeIsThatOfRfc3339(String time, boolean good) {
        Reading reading = read(STRUCTURED, event("\"time\":\"%s\"".formatted(time)));

        assertThat(reading instanceof Reading.Read).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a?b=c#d, true",
        "mailto:a@b.c, true",
        "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66, true",
        "/a/b, true",
        "1-555-123-4567, true",
        "?q, true",
        "#f, true",
        "a%20b, true",
        "a b, false",
        "%zz, false",
        "é, false",
        "<x>, false",
        "http://[, false",
        "a\\b, false"
    })
    void sourceIsAUriReference(String source, boolean good) {
        String body = event("").replace("/s", source.replace("\\", "\\\\"));

        assertThat(read(STRUCTURED, body) instanceof Reading.Read).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"id, 2048", "source, 2048", "type, 512"})
    void indexedAttributesHaveALongestLength(String name, int longest) {
        assertThat(read(STRUCTURED, with(name, "x".repeat(longest)))).isInstanceOf(Reading.Read.class);
        assertThat(pointers(read(STRUCTURED, with(name, "x".repeat(longest + 1)))))
                .containsExactly("/" + name);
    }

    @Test
    void keepsAttributesInOrderAndLeavesOutDataAndWhatIsNull() {
        CloudEvent event = only(read(STRUCTURED, event("\"z\":5,\"subject\":null,\"data\":{},\"a\":true")));

        assertThat(event.attributes())
                .hasToString(
                        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"z\":5,\"a\":true}");
        assertThat(event.subject()).isEmpty();
    }

    @Test
    void dataContentTypeIsJsonWhereDataSayNothingElse() {
        assertThat(only(read(STRUCTURED, event("\"data\":1"))).dataContentType())
                .isEqualTo("application/json");
        assertThat(only(read(STRUCTURED, event("\"data_base64\":\"YQ==\""))).dataContentType())
                .isNull();
        assertThat(only(read(STRUCTURED, event("\"datacontenttype\":\"text/plain\",\"data\":\"\"")))
                        .dataContentType())
                .isEqualTo("text/plain");
    }

    @Test
    void data03CanBeBase64() {
        String encoded =
                event("\"datacontentencoding\":\"base64\",\"data\":\"%s\"").replace("1.0", "0.3");

        assertThat(only(read(STRUCTURED, encoded.formatted("YQ=="))).specVersion())
                .isEqualTo(SpecVersion.V0_3);
        assertThat(pointers(read(STRUCTURED, encoded.formatted("@")))).containsExactly("/data");
        assertThat(pointers(read(STRUCTURED, encoded.formatted("YQ==").replace("base64", "gzip"))))
                .contains("/datacontentencoding");
    }

    @Test
    void extensionsOf02CanBeObjects() {
        CloudEvent event = only(read(
                "application/json",
                event("\"ext\":{\"a\":[1.5]},\"contenttype\":\"text/xml\"").replace("1.0", "0.2")));

        assertThat(event.specVersion()).isEqualTo(SpecVersion.V0_2);
        assertThat(event.dataContentType()).isEqualTo("text/xml");
        assertThat(event.attributes()).containsKey("ext");
    }

    private static String with(String name, String value) {
        return Json.createObjectBuilder(
                        only(read(STRUCTURED, event("\"data\":1"))).attributes())
                .add(name, value)
                .build()
                .toString();
    }
}
