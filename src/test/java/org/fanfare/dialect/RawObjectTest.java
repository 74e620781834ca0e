package org.fanfare.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawObjectTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                     | {\"n\":1} | {\"n\":1}",
                "{ }                    | {\"n\":1} | {\"n\":1 }",
                "{\"a\":1.0}            | {\"n\":1} | {\"a\":1.0,\"n\":1}",
                "{ \"a\" : 1e0 }        | {\"n\":1} | { \"a\" : 1e0,\"n\":1 }",
                "{\"n\": 2 , \"a\":[]}  | {\"n\":1} | {\"n\": 1 , \"a\":[]}",
                "{\"a\":0,\"n\":{\"n\":3}} | {\"n\":1} | {\"a\":0,\"n\":1}",
                "{\"\\u006e\" : 2}      | {\"n\":1} | {\"\\u006e\" : 1}",
                "{\"n\":2,\"n\":3}      | {\"n\":1} | {\"n\":1,\"n\":1}",
                "{\"n\":\"\\u00e9\"}    | {\"n\":\"é\"} | {\"n\":\"\\u00e9\"}",
                "{\"n\":1.0}            | {\"n\":1} | {\"n\":1}",
                "{\"a\":1}              | {\"n\":1,\"a\":2,\"é\\\"\":{}} | {\"a\":2,\"n\":1,\"é\\\"\":{}}",
                "{\"a\":1}              | {} | {\"a\":1}",
            })
    void overlaysOneLevelDeepAndLeavesEveryOtherByte(String object, String overlay, String expected) {
        RawObject overlaid = RawObject.of(bytes(object)).overlaid(json(overlay));

        assertThat(text(overlaid)).isEqualTo(expected);
    }

    @Test
    void completesOnlyWhatIsMissing() {
        RawObject completed = RawObject.of(bytes("{\"a\":1}")).completedWith(json("{\"a\":2,\"b\":3}"));

        assertThat(text(completed)).isEqualTo("{\"a\":1,\"b\":3}");
    }

    @Test
    void putsRawBytesInAsTheyAre() {
        RawObject with = RawObject.of(bytes("{\"a\":1}")).with("data", bytes(" {\"x\" :1.00}\n"));

        assertThat(text(with)).isEqualTo("{\"a\":1,\"data\": {\"x\" :1.00}\n}");
    }

    @Test
    void namesWhatComesTwice() {
        assertThat(RawObject.of(bytes("{\"a\":1,\"b\":1,\"\\u0061\":1}")).repeatedNames())
                .containsExactly("a");
    }

    private static JsonObject json(String text) {
        return JsonText.accepted(bytes(text)).asJsonObject();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(RawObject object) {
        return new String(object.bytes(), StandardCharsets.UTF_8);
    }
}
