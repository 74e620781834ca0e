package org.fanfare.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.filter.EventFacts;
import org.fanfare.testing.JsonTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters on attributes name them as 1.0 does, whatever version an event has. */
class EventFactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            V1_0 | {"specversion":"1.0","id":"1","source":"/s","type":"t","datacontenttype":"a/b","n":5,"b":true} | {"specversion":"1.0","id":"1","source":"/s","type":"t","datacontenttype":"a/b","n":"5","b":"true"}
            V0_3 | {"specversion":"0.3","id":"1","source":"/s","type":"t","schemaurl":"u","datacontentencoding":"base64"} | {"specversion":"0.3","id":"1","source":"/s","type":"t","dataschema":"u","datacontentencoding":"base64"}
            V0_2 | {"specversion":"0.2","id":"1","source":"/s","type":"t","contenttype":"a/b","schemaurl":"u","any":{"x":1}} | {"specversion":"0.2","id":"1","source":"/s","type":"t","datacontenttype":"a/b","dataschema":"u"}
            V0_1 | {"cloudEventsVersion":"0.1","eventID":"1","source":"s","eventType":"t","eventTypeVersion":"2","eventTime":"2019-03-01T12:00:00","contentType":"a/b","schemaURL":"u","extensions":{"Room":"7","type":"forged"}} | {"specversion":"0.1","id":"1","source":"s","type":"t","eventtypeversion":"2","time":"2019-03-01T12:00:00","datacontenttype":"a/b","dataschema":"u","room":"7"}
            """)
    void attributesHaveTheNamesOfVersionOne(SpecVersion version, String attributes, String texts) {
        CloudEvent event = CloudEvent.stored(
                version, ContentMode.STRUCTURED, attributes, null, attributes.getBytes(StandardCharsets.UTF_8));

        EventFacts facts = event.facts();

        assertThat(facts.texts()).isEqualTo(JsonTexts.object(texts));
        assertThat(facts.document().root()).isEqualTo(event.document());
    }
}
