package org.fanfare.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacificaJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|{}",
                "[]|[]",
                "{\"b\":1,\"a\":[true,null,1.0]}|{\"b\": 1, \"a\": [true, null, 1.0]}",
                "\"é\"|\"\\u00e9\"",
                "\"😀\"|\"\\ud83d\\ude00\"",
                "\"a\\\"b\\\\c\\n\\u0001\"|\"a\\\"b\\\\c\\n\\u0001\"",
                "{\"ключ\":{}}|{\"\\u043a\\u043b\\u044e\\u0447\": {}}"
            })
    void jsonIsWrittenAsTheOriginalWritesIt(String json, String written) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            assertThat(PacificaJson.write(reader.readValue())).isEqualTo(written);
        }
    }
}
