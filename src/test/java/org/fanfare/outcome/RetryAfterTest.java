package org.fanfare.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.fanfare.testing.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-06T08:49:30Z");

    static Stream<JsonObject> published() {
        return Vectors.objects("delivery-outcomes.json", "retry_after");
    }

    @ParameterizedTest
    @MethodSource("published")
    void thePublishedValuesMeanWhatTheySay(JsonObject vector) {
        var read = RetryAfter.read(vector.getString("value"), NOW);

        switch (vector.getString("value")) {
            case "120" -> assertThat(read).contains(Duration.ofSeconds(120));
            case "0", "Wed, 21 Oct 2015 07:28:00 GMT" -> assertThat(read).contains(Duration.ZERO);
            case "99999999" -> assertThat(read).contains(RetryAfter.MOST);
            case "-5", "abc", "120.5" -> assertThat(read).isEmpty();
            default -> throw new AssertionError("no expectation for " + vector);
        }
    }

    /** RFC 9110, 5.6.7: a recipient must accept all three. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Fri, 06 Nov 2026 08:49:37 GMT", "Friday, 06-Nov-26 08:49:37 GMT", "Fri Nov  6 08:49:37 2026"})
    void aDateIsReadInAllItsForms(String date) {
        assertThat(RetryAfter.read(date, NOW)).contains(Duration.ofSeconds(7));
    }

    /** RFC 9110, 5.6.7: more than 50 years ahead is the past. */
    @ParameterizedTest
    @CsvSource({"'Sunday, 06-Nov-94 08:49:37 GMT', 0", "'Saturday, 07-Nov-26 08:49:30 GMT', 86400"})
    void twoDigitsOfAYearAreTheNearerOne(String date, long seconds) {
        assertThat(RetryAfter.read(date, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "120, 60",
                "Mon, 06 Nov 2026 08:49:37 GMT",
                "Fri, 06 Nov 2026 08:49:37 CET",
                "Fri, 32 Nov 2026 08:49:37 GMT",
                "+5",
                "1e3",
                "٣"
            })
    void nonsenseIsIgnored(String value) {
        assertThat(RetryAfter.read(value, NOW)).isEmpty();
    }

    @Property
    void whateverIsReadLiesBetweenNowAndADay(@ForAll @StringLength(max = 40) String value) {
        RetryAfter.read(value, NOW).ifPresent(wait -> assertThat(wait).isBetween(Duration.ZERO, RetryAfter.MOST));
    }

    @Property
    void secondsOfAnySizeAreReadOrCut(@ForAll @LongRange(min = 0) long seconds) {
        assertThat(RetryAfter.read(Long.toString(seconds), NOW))
                .contains(Duration.ofSeconds(Math.min(seconds, RetryAfter.MOST.toSeconds())));
    }

    @Property
    void datesAreReadAsTheyAreWritten(@ForAll @IntRange(max = 86_400) int seconds) {
        String date = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
                .format(NOW.plusSeconds(seconds).atOffset(ZoneOffset.UTC));

        assertThat(RetryAfter.read(date, NOW)).contains(Duration.ofSeconds(seconds));
    }
}
