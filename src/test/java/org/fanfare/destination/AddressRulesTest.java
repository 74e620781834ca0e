package org.fanfare.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator's lists open and close. */
class AddressRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // allow | host | address | may be reached
                "10.0.0.0/8 | hooks.corp | 10.1.2.3 | true",
                "10.0.0.0/8 | hooks.corp | 192.168.0.1 | false",
                "10.0.0.0/8 | hooks.corp | 64:ff9b::a01:203 | false",
                "hooks.corp | hooks.corp | 10.1.2.3 | true",
                "hooks.corp | other.corp | 10.1.2.3 | false",
                "*.corp | hooks.corp | fd00::1 | true",
                "*.corp | corp | fd00::1 | false",
                "fc00::/7 | hooks.corp | fd00::1 | true",
                "0.0.0.0/0 | hooks.corp | 192.168.0.1 | true",
                // what lies next to the server opens only by its own name
                "0.0.0.0/0 | hooks.corp | 127.0.0.1 | false",
                "0.0.0.0/0 | hooks.corp | 169.254.1.1 | false",
                "0.0.0.0/0 | hooks.corp | 0.0.0.0 | false",
                "::/0 | hooks.corp | ::1 | false",
                "::/0 | hooks.corp | fe80::1 | false",
                "127.0.0.0/8 | hooks.corp | 127.0.0.1 | true",
                "127.0.0.1 | hooks.corp | 127.0.0.1 | true",
                "127.0.0.1 | hooks.corp | 127.0.0.2 | false",
                "127.0.0.0/8 | hooks.corp | ::ffff:127.0.0.1 | true",
                "127.0.0.0/8 | hooks.corp | 64:ff9b::7f00:1 | false",
                "169.254.0.0/16 | hooks.corp | 169.254.1.1 | true",
                "hooks.corp | hooks.corp | 127.0.0.1 | true",
                "*.corp | hooks.corp | 127.0.0.1 | false",
                // metadata opens only alone
                "169.254.0.0/16 | hooks.corp | 169.254.169.254 | false",
                "100.64.0.0/10 | hooks.corp | 100.100.100.200 | false",
                "fd00::/8 | hooks.corp | fd00:ec2::254 | false",
                "hooks.corp | hooks.corp | 169.254.169.254 | false",
                "169.254.169.254 | hooks.corp | 169.254.169.254 | true",
                "168.63.129.16 | hooks.corp | 168.63.129.16 | true",
                // tunnels open only alone while they lead to special addresses
                "2002::/16 | hooks.corp | 2002:808:808::1 | true",
                "2002::/16 | hooks.corp | 2002:7f00:1::1 | false",
                "2002:7f00:1::1 | hooks.corp | 2002:7f00:1::1 | true",
                "::/0 | hooks.corp | 2001:0:808:808::f7f7:f7f7 | true",
                "::/0 | hooks.corp | 2001:0:808:808::80ff:fffe | false"
            })
    void allowOpens(String allow, String host, String address, boolean isReached) throws UnknownHostException {
        AddressRules rules = new AddressRules(DestinationSettings.parse(allow, "", ""));

        assertThat(rules.objectionTo(host, InetAddress.getByName(address)).isEmpty())
                .isEqualTo(isReached);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8.8.8.0/24 | hooks.example | 8.8.8.8 | false",
                "8.8.8.0/24 | hooks.example | 64:ff9b::808:808 | false",
                "8.8.8.0/24 | hooks.example | ::ffff:8.8.8.8 | false",
                "8.8.8.0/24 | hooks.example | 8.8.9.8 | true",
                "*.example | hooks.example | 8.8.8.8 | false",
                "hooks.example | hooks.example | 8.8.8.8 | false",
                "hooks.example | other.example | 8.8.8.8 | true",
                "2606:4700::/32 | hooks.example | 2606:4700:4700::1111 | false"
            })
    void denyCloses(String deny, String host, String address, boolean isReached) throws UnknownHostException {
        AddressRules rules = new AddressRules(DestinationSettings.parse("", deny, ""));

        assertThat(rules.objectionTo(host, InetAddress.getByName(address)).isEmpty())
                .isEqualTo(isReached);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8,10.1.0.0/16,10.1.2.3,false", "10.0.0.0/8,10.1.0.0/16,10.2.2.3,true"})
    void denyBeatsAllow(String allow, String deny, String address, boolean isReached) throws UnknownHostException {
        AddressRules rules = new AddressRules(DestinationSettings.parse(allow, deny, ""));

        assertThat(rules.objectionTo("hooks.corp", InetAddress.getByName(address))
                        .isEmpty())
                .isEqualTo(isReached);
    }

    @ParameterizedTest
    @CsvSource({"4000::1,false", "1000::1,false", "2a00::1,true", "::2,false"})
    void ipv6BeyondGlobalUnicastIsForbidden(String address, boolean isReached) throws UnknownHostException {
        AddressRules rules = new AddressRules(DestinationSettings.defaults());

        assertThat(rules.objectionTo(address, InetAddress.getByName(address)).isEmpty())
                .isEqualTo(isReached);
    }
}
