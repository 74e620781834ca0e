package org.fanfare.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private final List<String> reasons = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}x",
                "{}{}",
                "1,2",
                "01",
                "-01",
                "NaN",
                "[NaN]",
                "-Infinity",
                "[1,]",
                "{\"a\":1,}",
                "{'a':1}",
                "\"\t\"",
                "\"\\x\"",
                "tru",
                "1.",
                ".5",
                "+1",
                "1e99999999999",
                "/**/1",
                "\uFEFF{}",
                "[1}",
                "]["
            })
    void refusesWhatIsNotOneJsonTextAndSaysWhy(String text) {
        assertThat(JsonText.read(bytes(text), reasons::add)).isEmpty();
        assertThat(reasons).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", " null ", "\"a\"\n", "[]", "{\"a\":{}}", "-0", "1E400", "\"\\ud800\"", "\"[[\\\"[[\""})
    void readsAnyJsonValue(String text) {
        assertThat(JsonText.read(bytes(text), reasons::add)).isPresent();
        assertThat(reasons).isEmpty();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = "\"é\"".getBytes(StandardCharsets.ISO_8859_1);
        byte[] overlong = {'"', (byte) 0xC0, (byte) 0xA0, '"'};

        assertThat(JsonText.read(latin1, reasons::add)).isEmpty();
        assertThat(JsonText.read(overlong, reasons::add)).isEmpty();
        assertThat(reasons).containsOnly("is not valid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e9", "\uFFFD", "a\uFFFD\uD83D\uDE00", ""})
    void bytesAreTheTextTheyEncode(String text) {
        assertThat(JsonText.utf8(bytes(text))).contains(text);
    }

    @Test
    void bytesThatAreNotUtf8AreNoTextEvenBehindTheMarkForSuch() {
        byte[] broken = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD, (byte) 0xC3};
        byte[] surrogate = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};

        assertThat(JsonText.utf8(broken)).isEmpty();
        assertThat(JsonText.utf8(surrogate)).isEmpty();
    }

    @Test
    void nestsAsDeepAsTheLimitAndNoDeeper() {
        assertThat(JsonText.read(bytes("[".repeat(200) + "]".repeat(200)), reasons::add))
                .isPresent();
        assertThat(JsonText.read(bytes("[".repeat(201) + "]".repeat(201)), reasons::add))
                .isEmpty();
        assertThat(JsonText.read(bytes("{\"a\":".repeat(1_000_000)), reasons::add))
                .isEmpty();
        assertThat(reasons).hasSize(2).containsOnly("is nested deeper than 200 levels");
    }

    @Test
    void refusesNumbersWithoutBounds() {
        assertThat(JsonText.read(bytes("[" + "9".repeat(100_000) + "]"), reasons::add))
                .isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
