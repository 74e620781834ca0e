package org.fanfare.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.event.Messages.faults;
import static org.fanfare.event.Messages.headers;
import static org.fanfare.event.Messages.only;
import static org.fanfare.event.Messages.pointers;
import static org.fanfare.event.Messages.read;
import static org.fanfare.event.Messages.text;

import java.util.List;
import java.util.Map;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events whose attributes are headers (CloudEvents HTTP binding 1.0.2, 3.1). */
class BinaryReaderTest {

    /** As JSON, the event has one level more than its data; what is accepted must be routable. */
    @Test
    void jsonDataMayBeAsDeepAsTheyCanBeWithinTheEvent() {
        String deepest = "[".repeat(199) + "1" + "]".repeat(199);
        CloudEvent event = only(read("application/json", headers(), deepest));

        assertThat(event.facts().document().isTooDeep()).isFalse();
        assertThat(faults(read("application/json", headers(), "[" + deepest + "]")))
                .extracting(Fault::detail)
                .containsExactly("the body, said to be JSON, is nested deeper than 199 levels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Euro%20%E2%82%AC%20%F0%9F%98%80 | Euro € 😀",
                "%61%e2%82%ac                    | a€",
                "%2541                           | %41",
                "\"quoted \\\"x\\\\ %41\"        | quoted \"x\\ A",
                "\"\\%41\"                       | A",
                "with space                      | with space",
                "in\"side                        | in\"side",
                "a+b                             | a+b",
            })
    void decodesQuotesAndThenOneRoundOfPercents(String header, String subject) {
        CloudEvent event = only(read("application/json", headers("ce-subject", header), "1"));

        assertThat(event.subject()).contains(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%C0%A0",
                "%80",
                "%E2%82",
                "%F8%88%80%80%80",
                "%ED%A0%80",
                "%00",
                "%7F",
                "%C2%85",
                "%EF%BF%BE",
                "%",
                "50%",
                "%4",
                "%zz",
                "%-1",
                "é",
                "\"open",
                "\"a\"b",
                "\"a\\\"",
                "\"",
                "\u0001"
            })
    void refusesWhatIsEncodedWronglyOnce(String header) {
        assertThat(pointers(read("application/json", headers("ce-subject", header), "1")))
                .containsExactly("header:ce-subject");
    }

    @Test
    void aHeaderThatCannotBeDecodedIsNotCalledMissingToo() {
        assertThat(pointers(read("application/json", headers("ce-id", "%zz"), "1")))
                .containsExactly("header:ce-id");
    }

    @Test
    void namesEveryFaultAtOnce() {
        Reading reading = read(
                "json",
                Map.of(
                        "Ce-Source", List.of("a b"),
                        "ce-time", List.of("now"),
                        "ce-my-ext", List.of("x"),
                        "ce-twice", List.of("1", "2"),
                        "ce-data", List.of("x"),
                        "ce-datacontenttype", List.of("text/plain"),
                        "ce-", List.of("x")),
                "{");

        assertThat(pointers(reading))
                .containsExactlyInAnyOrder(
                        "header:ce-specversion",
                        "header:ce-id",
                        "header:ce-type",
                        "header:ce-source",
                        "header:ce-time",
                        "header:ce-my-ext",
                        "header:ce-twice",
                        "header:ce-data",
                        "header:ce-datacontenttype",
                        "header:ce-",
                        "header:content-type");
    }

    @Test
    void oneAttributeUnderTwoSpellingsIsRefused() {
        assertThat(pointers(read("application/json", headers("CE-ID", "2"), "1")))
                .containsExactly("header:ce-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.2", "2.0", ""})
    void onlyVersions03And10ComeInHeaders(String version) {
        assertThat(pointers(read("application/json", headers("ce-specversion", version), "1")))
                .containsExactly("header:ce-specversion");
    }

    @Test
    void dataOf03AreNeverEncoded() {
        Map<String, List<String>> headers = headers("ce-specversion", "0.3", "ce-datacontentencoding", "base64");

        assertThat(pointers(read("text/plain", headers, "YQ=="))).containsExactly("header:ce-datacontentencoding");
        assertThat(only(read("text/plain", headers("ce-specversion", "0.3"), "x"))
                        .specVersion())
                .isEqualTo(SpecVersion.V0_3);
    }

    @Test
    void theContentTypeIsTheOneOfTheDataAndTheBodyIsKept() {
        CloudEvent event = only(read("Text/XML; charset=utf-8", headers("X-Other", "1", "ce-ext", ""), " <a/>"));

        assertThat(event.mode()).isEqualTo(ContentMode.BINARY);
        assertThat(event.dataContentType()).isEqualTo("Text/XML; charset=utf-8");
        assertThat(text(event.body())).isEqualTo(" <a/>");
        assertThat(event.attributes().getString("ext")).isEmpty();
        assertThat(event.attributes()).containsKey("datacontenttype").doesNotContainKey("x-other");
    }

    @Test
    void neitherBodyNorContentTypeIsNeeded() {
        CloudEvent event = only(read(null, headers(), ""));

        assertThat(event.dataContentType()).isNull();
        assertThat(event.document()).doesNotContainKeys("data", "data_base64", "datacontenttype");
    }

    @Test
    void dataThatSayTheyAreJsonMustBe() {
        assertThat(pointers(read("application/vnd.x+json", headers(), "{\"a\":NaN}")))
                .containsExactly("");
        assertThat(faults(CloudEventReader.read("text/json", headers(), new byte[] {'"', (byte) 0xE9, '"'})))
                .hasSize(1);
        assertThat(read("application/octet-stream", headers(), "{")).isInstanceOf(Reading.Read.class);
    }
}
