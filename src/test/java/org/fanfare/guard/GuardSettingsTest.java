package org.fanfare.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;
import org.junit.jupiter.api.Test;

class GuardSettingsTest {

    private final Map<String, String> values = new HashMap<>(Map.of(
            "fanfare.cors.credentials", "false", "fanfare.http.patience", "PT60S", "fanfare.http.slow-clients", "32"));

    @Test
    void nobodyIsGrantedAnythingWhereNobodyIsNamed() {
        assertThat(read().origins().areGranted()).isFalse();
    }

    @Test
    void severalOriginsAreGranted() {
        values.put("fanfare.cors.origins", "https://a.example, http://b.example:3000");

        assertThat(read().origins().grant("http://b.example:3000")).isTrue();
    }

    @Test
    void allOriginsTogetherAreRefusedWithTheKey() {
        values.put("fanfare.cors.origins", "https://a.example,*");

        assertThatThrownBy(this::read)
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("fanfare.cors.origins has '*'");
    }

    private GuardSettings read() {
        return GuardSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }
}
