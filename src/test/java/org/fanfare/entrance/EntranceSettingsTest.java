package org.fanfare.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fanfare.caller.Role;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntranceSettingsTest {

    private final Map<String, String> set = new HashMap<>(
            Map.of("fanfare.auth.trusted-proxies", "127.0.0.0/8,::1,192.0.2.7", "mp.jwt.verify.clock.skew", "60"));

    @Test
    void headerAndTokenAreOnWhereNobodyChose() {
        EntranceSettings read = EntranceSettings.of(settings());

        assertThat(read.methods()).containsExactly(Method.HEADER, Method.TOKEN);
        assertThat(read.isChosen()).isFalse();
    }

    @Test
    void whatIsChosenIsOnAndNothingElse() {
        set.put("fanfare.auth.methods", "jwt, basic");
        EntranceSettings read = EntranceSettings.of(settings());

        assertThat(read.methods()).containsExactly(Method.JWT, Method.BASIC);
        assertThat(read.isChosen()).isTrue();
    }

    @Test
    void anUnknownMethodStopsTheStart() {
        set.put("fanfare.auth.methods", "header,kerberos");

        assertThatThrownBy(() -> EntranceSettings.of(settings()))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("fanfare.auth.methods names 'kerberos', expected header, token, jwt or basic.");
    }

    @Test
    void whatIsNoNetworkStopsTheStart() {
        set.put("fanfare.auth.trusted-proxies", "10.0.0.0/33");

        assertThatThrownBy(() -> EntranceSettings.of(settings()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("fanfare.auth.trusted-proxies: ");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.9.9.9, true",
        "::1, true",
        "0:0:0:0:0:0:0:1, true",
        "::ffff:127.0.0.1, true",
        "192.0.2.7, true",
        "::ffff:192.0.2.7, true",
        "192.0.2.8, false",
        "fe80::1%eth0, false",
        "10.0.0.1, false",
        "localhost, false",
        "'', false",
        "unknown, false",
        "127.0.0.1.example.test, false"
    })
    void aPeerIsTrustedByItsAddress(String peer, boolean isTrusted) {
        assertThat(EntranceSettings.of(settings()).trusts(peer)).isEqualTo(isTrusted);
    }

    @Test
    void aJwtNeedsAnIssuerAndAKey() {
        assertThatThrownBy(() -> JwtSettings.of(settings())).hasMessageContaining("mp.jwt.verify.publickey");
        set.put("mp.jwt.verify.publickey.location", "https://idp.example.test/keys");
        assertThatThrownBy(() -> JwtSettings.of(settings())).hasMessageContaining("mp.jwt.verify.issuer");
        set.put("mp.jwt.verify.issuer", "https://idp.example.test");
        assertThat(JwtSettings.of(settings()).algorithms()).containsExactly("RS256");
        set.put("mp.jwt.verify.publickey", "both");
        assertThatThrownBy(() -> JwtSettings.of(settings())).hasMessageContaining("only one");
    }

    @ParameterizedTest
    @CsvSource({"HS256", "none", "RS255", "'RS256,HS512'"})
    void onlyAsymmetricSignaturesAreTaken(String algorithm) {
        set.put("mp.jwt.verify.issuer", "https://idp.example.test");
        set.put("mp.jwt.verify.publickey.location", "https://idp.example.test/keys");
        set.put("mp.jwt.verify.publickey.algorithm", algorithm);

        assertThatThrownBy(() -> JwtSettings.of(settings())).isInstanceOf(WrongSetting.class);
    }

    @Test
    void groupsMeanRolesByNameOrBySetting() {
        set.put("mp.jwt.verify.issuer", "https://idp.example.test");
        set.put("mp.jwt.verify.publickey.location", "https://idp.example.test/keys");
        set.put("fanfare.auth.jwt.roles", "events=team=producer, boss=admin");
        JwtSettings read = JwtSettings.of(settings());

        assertThat(read.rolesOf(List.of("subscriber", "events=team", "x")))
                .containsExactlyInAnyOrder(Role.SUBSCRIBER, Role.PRODUCER);
        assertThat(read.rolesOf(List.of("boss"))).containsExactlyInAnyOrder(Role.ADMIN, Role.OPERATOR);
        set.put("fanfare.auth.jwt.roles", "boss=chief");
        assertThatThrownBy(() -> JwtSettings.of(settings()))
                .hasMessage("fanfare.auth.jwt.roles has 'boss=chief', expected a group and a role, such as"
                        + " fanfare-admins=admin.");
    }

    private Settings settings() {
        return new Settings(key -> Optional.ofNullable(set.get(key)));
    }
}
