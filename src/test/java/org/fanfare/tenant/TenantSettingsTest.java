package org.fanfare.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;
import org.fanfare.tenant.TenantLimits.ReceiveRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantSettingsTest {

    @TempDir
    private Path directory;

    private final Map<String, String> settings =
            new HashMap<>(Map.of("fanfare.tenant.max-subscriptions", "100", "fanfare.owner.max-subscriptions", "10"));

    @Test
    void withoutASettingThereIsNoRateAndBodiesAreAsLargeAsAny() {
        TenantLimits limits = read().of("acme");

        assertThat(limits.receiveRate()).isEmpty();
        assertThat(limits.maxBytes()).isEqualTo(TenantSettings.MOST_BYTES);
        assertThat(limits.subscriptions()).isEqualTo(100);
        assertThat(limits.subscriptionsPerOwner()).isEqualTo(10);
    }

    @Test
    void aRateComesWithABurstOfTenSecondsUnlessAnotherIsSet() {
        settings.put("fanfare.tenant.receive-rate", "20");
        assertThat(read().of("acme").receiveRate()).contains(new ReceiveRate(20, 200));

        settings.put("fanfare.tenant.receive-burst", "7");
        assertThat(read().of("acme").receiveRate()).contains(new ReceiveRate(20, 7));
    }

    @Test
    void theFileSaysWhatIsDifferentForATenant() throws IOException {
        settings.put("fanfare.tenant.receive-rate", "20");
        file("""
                {"acme": {"max_subscriptions": 0, "max_bytes": 65536}, "free": {"receive_rate": null},
                 "slow": {"receive_rate": 1}, "calm": {"receive_burst": 1}}""");

        TenantSettings read = read();

        assertThat(read.of("acme")).isEqualTo(new TenantLimits(0, 10, Optional.of(new ReceiveRate(20, 200)), 65_536));
        assertThat(read.of("free").receiveRate()).isEmpty();
        assertThat(read.of("slow").receiveRate()).contains(new ReceiveRate(1, 10));
        assertThat(read.of("calm").receiveRate()).contains(new ReceiveRate(20, 1));
        assertThat(read.of("globex")).isEqualTo(read.usual());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                     | must be a JSON object.
            {"a/b": {}}                            | "a/b" is no name of a tenant.
            {"acme": 5}                            | /acme must be an object.
            {"acme": {"max_subscription": 5}}      | /acme/max_subscription: max_subscription is not known. There are
            {"acme": {"max_subscriptions": -1}}    | /acme/max_subscriptions: max_subscriptions must be a whole number from 0
            {"acme": {"max_bytes": 1000}}          | /acme/max_bytes: max_bytes must be a whole number from 65536
            {"acme": {"receive_rate": 0.5}}        | /acme/receive_rate: receive_rate must be a whole number from 1
            {"acme": {"receive_rate": 1e30}}       | /acme/receive_rate: receive_rate must be a whole number from 1
            {"acme": {"receive_burst": 5}}         | /acme/receive_burst: receive_burst says nothing without receive_rate.
            """)
    void aWrongFileIsToldInASentence(String text, String sentence) throws IOException {
        file(text);

        assertThatThrownBy(this::read)
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("fanfare.tenants.file: ")
                .hasMessageContaining(sentence);
    }

    @Test
    void aFileThatIsNotThereIsToldInASentence() {
        settings.put("fanfare.tenants.file", directory.resolve("none.json").toString());

        assertThatThrownBy(this::read).isInstanceOf(WrongSetting.class).hasMessageContaining("cannot be read");
    }

    private TenantSettings read() {
        return TenantSettings.of(new Settings(key -> Optional.ofNullable(settings.get(key))));
    }

    private void file(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("tenants.json"), text);
        settings.put("fanfare.tenants.file", file.toString());
    }
}
