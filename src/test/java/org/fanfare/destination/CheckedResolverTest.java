package org.fanfare.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedResolverTest {

    private final List<String> lookups = new ArrayList<>();

    private CheckedResolver resolver(String allow, String... answers) {
        DnsResolver lookup = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                lookups.add(host);
                return addresses(answers);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                throw new AssertionError("not needed");
            }
        };
        return new Destinations(DestinationSettings.parse(allow, "", "")).resolver(lookup);
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }

    @Test
    void givesTheJudgedAddressesAfterOneLookup() throws UnknownHostException {
        CheckedResolver resolver = resolver("", "8.8.8.8", "2606:4700:4700::1111");

        assertThat(resolver.resolve("hooks.example.org")).containsExactly(addresses("8.8.8.8", "2606:4700:4700::1111"));
        assertThat(lookups).containsExactly("hooks.example.org");
    }

    @Test
    void oneForbiddenAddressRefusesTheHost() {
        CheckedResolver resolver = resolver("", "8.8.8.8", "2606:4700:4700::1111", "1.1.1.1", "9.9.9.9", "10.0.0.1");

        assertThatThrownBy(() -> resolver.resolve("hooks.example.org"))
                .isInstanceOf(ForbiddenAddressException.class)
                .hasMessageContaining("hooks.example.org")
                .hasMessageNotContaining("10.0.0.1");
    }

    @Test
    void eachCallAsksAndJudgesAgain() throws UnknownHostException {
        CheckedResolver resolver = resolver("", "8.8.8.8");

        resolver.resolve("hooks.example.org");
        resolver.resolve("hooks.example.org");

        assertThat(lookups).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "::1", "[::1]", "127.1", "0x7f000001", "2130706433", "169.254.169.254", "fd00::1"})
    void literalsAreJudgedWithoutLookup(String literal) {
        assertThatThrownBy(() -> resolver("", "8.8.8.8").resolve(literal))
                .isInstanceOf(ForbiddenAddressException.class);
        assertThat(lookups).isEmpty();
    }

    @Test
    void publicLiteralNeedsNoLookup() throws UnknownHostException {
        assertThat(resolver("", "1.1.1.1").resolve("8.8.8.8")).containsExactly(addresses("8.8.8.8"));
        assertThat(lookups).isEmpty();
    }

    @Test
    void allowedHostMayBeSpecial() throws UnknownHostException {
        assertThat(resolver("hooks.corp", "10.0.0.1").resolve("HOOKS.corp.")).containsExactly(addresses("10.0.0.1"));
        assertThatThrownBy(() -> resolver("hooks.corp", "10.0.0.1").resolve("other.corp"))
                .isInstanceOf(ForbiddenAddressException.class);
    }

    @Test
    void fewAddressesAreHandedOn() throws UnknownHostException {
        assertThat(resolver("", "8.8.8.1", "8.8.8.2", "8.8.8.3", "8.8.8.4", "8.8.8.5")
                        .resolve("hooks.example.org"))
                .hasSize(CheckedResolver.MAX_ADDRESSES);
    }

    @Test
    void noAnswerIsAnUnknownHost() {
        assertThatThrownBy(() -> resolver("").resolve("hooks.example.org"))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(ForbiddenAddressException.class);
    }

    @Test
    void unreadableHostIsNotLookedUp() {
        assertThatThrownBy(() -> resolver("", "8.8.8.8").resolve("1.2.3.4.5")).isInstanceOf(UnknownHostException.class);
        assertThat(lookups).isEmpty();
    }
}
