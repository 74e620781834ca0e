package org.fanfare.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void valuesAreReadAsTheirTypes() {
        Settings settings = with(Map.of(
                "text",
                " a ",
                "texts",
                "a, b,,c",
                "number",
                "7",
                "flag",
                "true",
                "wait",
                "PT5S",
                "waits",
                "PT5S,PT1M",
                "url",
                "https://policy.example/base"));

        assertThat(settings.text("text")).isEqualTo("a");
        assertThat(settings.texts("texts")).containsExactly("a", "b", "c");
        assertThat(settings.number("number", 1, 7)).isEqualTo(7);
        assertThat(settings.flag("flag")).isTrue();
        assertThat(settings.duration("wait")).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.durations("waits")).containsExactly(Duration.ofSeconds(5), Duration.ofMinutes(1));
        assertThat(settings.url("url")).contains(URI.create("https://policy.example/base"));
    }

    @Test
    void absentOptionalValuesAreNone() {
        Settings settings = with(Map.of("blank", "  "));

        assertThat(settings.optionalText("blank")).isEmpty();
        assertThat(settings.texts("absent")).isEmpty();
        assertThat(settings.url("absent")).isEmpty();
    }

    @Test
    void anAbsentValueThatIsNeededIsToldByItsKey() {
        assertThatThrownBy(() -> with(Map.of()).text("fanfare.x"))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("fanfare.x is not set.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "8", "seven", "1.5", "99999999999"})
    void aNumberOutOfRangeIsToldWithItsRange(String text) {
        assertThatThrownBy(() -> with(Map.of("n", text)).number("n", 1, 7))
                .hasMessage("n is '" + text + "', expected a whole number from 1 to 7.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5s", "PT0S", "PT-5S", "abc"})
    void aDurationThatIsNotPositiveIso8601IsTold(String text) {
        assertThatThrownBy(() -> with(Map.of("d", text)).duration("d"))
                .hasMessageContaining("d is '" + text + "', expected a positive ISO-8601 duration");
    }

    @ParameterizedTest
    @CsvSource({"ftp://host/", "policy.example", "/path", "'http://a b/'"})
    void aUrlOfAnotherKindIsTold(String text) {
        assertThatThrownBy(() -> with(Map.of("u", text)).url("u"))
                .hasMessage("u is '" + text + "', expected an absolute http or https URL.");
    }

    @Test
    void aFlagIsTrueOrFalseAndNothingElse() {
        assertThatThrownBy(() -> with(Map.of("f", "yes")).flag("f")).hasMessage("f is 'yes', expected true or false.");
    }

    private static Settings with(Map<String, String> values) {
        Function<String, Optional<String>> source = key -> Optional.ofNullable(values.get(key));
        return new Settings(source);
    }
}
