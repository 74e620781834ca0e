package org.fanfare.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeSettingsTest {

    private static HandshakeSettings read(String key, String value) {
        Map<String, String> all = new HashMap<>(Map.of(
                "fanfare.handshake.low-rate", "6",
                "fanfare.handshake.retry", "PT10S,PT1M",
                "fanfare.handshake.look-again", "PT30S"));
        all.put("fanfare.handshake." + key, value);
        return HandshakeSettings.of(new Settings(name -> Optional.ofNullable(all.get(name))));
    }

    @Test
    void lastWaitIsForEver() {
        HandshakeSettings settings = read("origin", "events.example.org");

        assertThat(settings.origin()).isEqualTo("events.example.org");
        assertThat(settings.waitAfter(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.waitAfter(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.waitAfter(99)).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "origin, https://events.example.org",
        "origin, -events",
        "callback-base, http://events.example.org",
        "callback-base, https://events.example.org?a=b",
        "callback-base, events",
        "low-rate, 0",
        "look-again, PT0S"
    })
    void wrongValueStopsTheStart(String key, String value) {
        assertThatThrownBy(() -> read(key, value))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("fanfare.handshake." + key);
    }
}
