package org.fanfare.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00",
        "2026-01-31T12:00:00.5Z, 2026-01-31T12:00:00.500000",
        "2026-01-31T12:00:00.000001Z, 2026-01-31T12:00:00.000001",
        "2026-01-31T12:00:00.000000999Z, 2026-01-31T12:00:00"
    })
    void theFractionHasSixDigitsOrIsLeftOut(Instant instant, String text) {
        assertThat(WireTime.write(instant)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00, 2026-01-31T12:00:00Z",
        "2026-01-31 12:00:00, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00.123456, 2026-01-31T12:00:00.123456Z",
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00+02:00, 2026-01-31T10:00:00Z"
    })
    void aTimeWithoutZoneIsUtc(String text, Instant instant) {
        assertThat(WireTime.read(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday!", "2026-01-31", "2026-02-30T12:00:00", "12:00"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> WireTime.read(text)).isInstanceOf(DateTimeException.class);
    }
}
