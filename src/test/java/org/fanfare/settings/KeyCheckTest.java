package org.fanfare.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class KeyCheckTest {

    @Test
    void aKeyOfAnySourceThatNobodyKnowsStopsTheStart() {
        KeyCheck check = new KeyCheck(new FixedConfig("a file", Map.of("fanfare.retentoin", "P1D")), Map.of());

        assertThatThrownBy(() -> check.refuseUnknown(Set.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("There is no setting fanfare.retentoin (a file). Did you mean fanfare.retention?");
    }

    @Test
    void soDoVariablesAndSystemProperties() {
        Config empty = new FixedConfig("none", Map.of());

        assertThatThrownBy(() -> new KeyCheck(empty, Map.of("FANFARE_RETENTOIN", "P1D")).refuseUnknown(Set.of()))
                .hasMessageContaining("FANFARE_RETENTOIN (environment)");
        assertThatThrownBy(() -> new KeyCheck(empty, Map.of()).refuseUnknown(Set.of("fanfare.x")))
                .hasMessageContaining("fanfare.x (system property)");
    }

    @Test
    void whatAServerMakesOfAKnownVariableIsNoTypo() {
        Config guess = new FixedConfig("env", Map.of("fanfare.policy.read.timeout", "PT1S", "fanfare.policy.url", ""));
        KeyCheck check = new KeyCheck(guess, Map.of("FANFARE_POLICY_READ_TIMEOUT", "PT1S"));

        check.refuseUnknown(Set.of("fanfare.home", "java.home"));

        assertThatThrownBy(() -> new KeyCheck(guess, Map.of()).refuseUnknown(Set.of()))
                .hasMessageContaining("fanfare.policy.read.timeout (env)");
    }

    @Test
    void whichOfTheOriginalsVariablesWereTakenIsTold() {
        Config config =
                new FixedConfig("all", Map.of("fanfare.policy.url", "http://p", "fanfare.caller.header", "X-Own"));
        KeyCheck check = new KeyCheck(
                config, Map.of("POLICY_URL", "http://p", "USER_HEADER", "X-Theirs", "BROKER_URL", "redis://secret"));

        assertThat(check.tellOfOriginal())
                .containsExactly(
                        "taken from the configuration of Pacifica Notifications: POLICY_URL as fanfare.policy.url",
                        "of the configuration of Pacifica Notifications there is no use for BROKER_URL: Fanfare's broker"
                                + " is fanfare.broker.url");
        assertThat(new KeyCheck(config, Map.of()).tellOfOriginal()).isEmpty();
    }

    @Test
    void whatTheOriginalsVariablesCannotMeanStopsTheStart() {
        KeyCheck check = new KeyCheck(new FixedConfig("none", Map.of()), Map.of("DATABASE_CONNECT_WAIT", "soon"));

        assertThatThrownBy(check::refuseOriginal)
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("DATABASE_CONNECT_WAIT is 'soon'");
    }

    /** A configuration of one source. */
    private record FixedConfig(String name, Map<String, String> values) implements Config, ConfigSource {

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return List.of(this);
        }

        @Override
        public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
            return Optional.ofNullable(values.get(key)).map(type::cast);
        }

        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public String getValue(String key) {
            return values.get(key);
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public <T> T getValue(String key, Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConfigValue getConfigValue(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
