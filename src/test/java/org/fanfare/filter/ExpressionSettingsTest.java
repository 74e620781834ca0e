package org.fanfare.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;
import org.fanfare.syntax.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionSettingsTest {

    @Test
    void theManualHasTheUsualLimits() throws IOException {
        Properties manual = new Properties();
        try (InputStream file = Settings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            manual.load(file);
        }
        Settings settings = new Settings(key -> Optional.ofNullable(manual.getProperty(key)));

        assertThat(ExpressionSettings.of(settings).limits()).isEqualTo(Limits.USUAL);
    }

    @ParameterizedTest
    @CsvSource({"64, 8", "65536, 128"})
    void bothLimitsCanBeSet(int length, int nesting) {
        assertThat(settings("" + length, "" + nesting).limits()).isEqualTo(new Limits(length, nesting));
    }

    @ParameterizedTest
    @CsvSource({
        "63, 64, max-length",
        "65537, 64, max-length",
        "8192, 7, max-nesting",
        "8192, 129, max-nesting",
    })
    void aLimitOutOfItsRangeIsRefusedByItsKey(String length, String nesting, String key) {
        assertThatThrownBy(() -> settings(length, nesting))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("fanfare.expressions." + key + " is ");
    }

    private static ExpressionSettings settings(String length, String nesting) {
        Map<String, String> values = Map.of(
                "fanfare.expressions.max-length",
                length,
                "fanfare.expressions.max-nesting",
                nesting,
                "fanfare.expressions.jayway",
                "true");
        return ExpressionSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }
}
