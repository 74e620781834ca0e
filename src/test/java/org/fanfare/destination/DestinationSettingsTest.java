package org.fanfare.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.fanfare.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationSettingsTest {

    @Test
    void readsListsAndSwitch() {
        DestinationSettings settings =
                DestinationSettings.parse(" 127.0.0.0/8, ::1 ,,Hooks.Example.org,*.corp", "10.0.0.1", " TRUE ");

        assertThat(settings.allow())
                .containsExactly(
                        AddressRange.parse("127.0.0.0/8"),
                        AddressRange.parse("::1/128"),
                        new HostPattern("hooks.example.org", false),
                        new HostPattern("corp", true));
        assertThat(settings.deny()).containsExactly(AddressRange.parse("10.0.0.1/32"));
        assertThat(settings.httpsOnly()).isTrue();
    }

    @Test
    void missingValuesAreTheDefaults() {
        assertThat(DestinationSettings.parse(null, null, null)).isEqualTo(DestinationSettings.defaults());
        assertThat(DestinationSettings.parse("", " ", "")).isEqualTo(DestinationSettings.defaults());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.1.2.3/8",
                "10.0.0",
                "::1/129",
                "::g",
                "1:2",
                "*",
                "*.",
                "a.*.b",
                "under_score",
                "http://hooks/",
                "hooks:80",
                "127.0.0.0/8;::1"
            })
    void wrongPlaceIsReportedWithItsKey(String value) {
        assertThatThrownBy(() -> DestinationSettings.parse(value, "", ""))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("fanfare.destination.allow: '" + value + "'");
        assertThatThrownBy(() -> DestinationSettings.parse("", "::1, " + value, ""))
                .hasMessageStartingWith("fanfare.destination.deny: '" + value + "'");
    }

    @Test
    void wrongSwitchIsReportedWithItsKey() {
        assertThatThrownBy(() -> DestinationSettings.parse("", "", "yes"))
                .hasMessage("fanfare.destination.https-only: 'yes' is neither true nor false.");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/9,10.127.255.255,true",
        "10.0.0.0/9,10.128.0.0,false",
        "0.0.0.0/0,255.1.2.3,true",
        "0.0.0.0/0,2606::1,false",
        "fe80::/10,febf::1,true",
        "fe80::/10,fec0::1,false"
    })
    void rangeHoldsAddress(String range, String address, boolean isHeld) throws Exception {
        assertThat(AddressRange.parse(range).contains(InetAddress.getByName(address)))
                .isEqualTo(isHeld);
    }
}
