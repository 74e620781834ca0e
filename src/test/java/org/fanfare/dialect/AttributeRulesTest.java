package org.fanfare.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeRulesTest {

    @ParameterizedTest
    @CsvSource({
        "2147483647, true",
        "-2147483648, true",
        "0, true",
        "-0, true",
        "2147483648, false",
        "-2147483649, false",
        "1.0, false",
        "1e2, false",
        "1.5, false",
        "1E999999999, false",
        "true, true",
        "false, true",
        "null, false",
        "[], false",
        "{}, false",
        "'\"\"', true",
        "'\"\\u0000\"', false",
        "'\"\\n\"', false",
        "'\"\\u0085\"', false",
        "'\"\\ufffe\"', false",
        "'\"\\ufdd0\"', false",
        "'\"\\ud83f\\udfff\"', false",
        "'\"\\ud800\"', false",
        "'\"\\udc00x\"', false",
        "'\"\\ud83d\\ude00\"', true",
        "'\"\\ufffd\"', true"
    })
    void valuesAreStringsBooleansAndIntegersOf32Bits(String json, boolean legal) {
        assertThat(AttributeRules.isValue(JsonText.accepted(json.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(legal);
    }

    @ParameterizedTest
    @CsvSource({"a, true", "0x, true", "'', false", "aB, false", "a-b, false", "a_b, false", "é, false", "١, false"})
    void namesAreLowerCaseLettersAndDigits(String name, boolean legal) {
        assertThat(AttributeRules.isName(name)).isEqualTo(legal);
    }
}
