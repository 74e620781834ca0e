package org.fanfare.trait;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitTest {

    private static final Place RECORD = Place.DOCUMENT.member("d").each();

    @ParameterizedTest
    @CsvSource({
        "1, 1.0, true",
        "0, -0.0, true",
        "100, 1e2, true",
        "1, true, true",
        "1, 2, false",
        "9007199254740992, 9007199254740993, false",
        "9007199254740992, 9007199254740993.0, true",
        "9007199254740993, 9007199254740993.0, false",
        "9223372036854775807, 9223372036854775808, false",
        "9223372036854775808, 9.223372036854775808e18, true",
        "100000000000000000000000, 1e23, false",
        "99999999999999991611392, 1e23, true",
        "1e400, 2e400, true",
        "1e400, -1e400, false",
        "null, 0, false",
        "'\"1\"', 1, false"
    })
    void scalarsShareAKeyIfTheyAreEqual(String one, String other, boolean equal) {
        assertThat(key(one).equals(key(other))).isEqualTo(equal);
    }

    @Test
    void anIntegerBeyondAllDoublesIsNoFloatThatIs() {
        assertThat(key("1" + "0".repeat(400))).isNotEqualTo(key("1e400"));
    }

    @Test
    void whatTellsMoreOfOneRecordImpliesWhatTellsLess() {
        Trait.Together all = together(Map.of("k", "x", "s", new Range(2, 3), "v", Trait.ANYTHING));

        List.of(
                        together(Map.of("k", "x", "v", Trait.ANYTHING)),
                        together(Map.of("k", Trait.ANYTHING, "s", Range.from(1))),
                        new Trait.Equal(RECORD.member("k"), "x"),
                        new Trait.Present(RECORD.member("s")),
                        new Trait.Present(Place.DOCUMENT.member("d")))
                .forEach(less ->
                        assertThat(all.implies(less)).as(less.toString()).isTrue());
        List.of(
                        together(Map.of("k", "y", "v", Trait.ANYTHING)),
                        together(Map.of("k", "x", "s", new Range(2.5, 3))),
                        together(Map.of("k", "x", "w", Trait.ANYTHING)),
                        new Trait.Equal(RECORD.member("v"), "x"),
                        new Trait.Present(RECORD.member("s").member("t")))
                .forEach(other ->
                        assertThat(all.implies(other)).as(other.toString()).isFalse());
    }

    private static Trait.Together together(Map<String, Object> members) {
        return new Trait.Together(RECORD, new TreeMap<>(members));
    }

    private static Object key(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonValue value = reader.readValue();
            return Trait.keyOf(value);
        }
    }
}
