package org.fanfare.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {

    @Test
    void brokerInThisProcessIsEmbedded() {
        BrokerAddress address = BrokerAddress.parse("vm://0");

        assertThat(address.embedded()).isTrue();
        assertThat(address.parameters()).isEqualTo("serverId=0");
    }

    @Test
    void eachRemoteBrokerHasItsConnector() {
        BrokerAddress address = BrokerAddress.parse("tcp://one:5445, tcp://two");

        assertThat(address.embedded()).isFalse();
        assertThat(address.connectorClasses().split(",")).hasSize(2);
        assertThat(address.parameters())
                .isEqualTo("host=one;port=5445;connect-timeout-millis=5000,"
                        + "host=two;port=61616;connect-timeout-millis=5000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp://one|false",
                "tcp://one?ha=true|true",
                "tcp://one,tcp://two|true",
                "(tcp://one,tcp://two)|true",
                "(tcp://one,tcp://two)?ha=true|true",
                "(tcp://one,tcp://two)?ha=false|false",
                "tcp://one?ha=false,tcp://two|false"
            })
    void severalBrokersAreAFailoverPairUnlessItIsDenied(String url, boolean failsOver) {
        assertThat(BrokerAddress.parse(url).failsOver()).isEqualTo(failsOver);
    }

    @Test
    void parametersOfAllAndOfOneAreTheConnectors() {
        BrokerAddress address = BrokerAddress.parse(
                "(tcp://one:1?sslEnabled=false,tcp://two:2)?sslEnabled=true&connect-timeout-millis=9");

        assertThat(address.parameters())
                .isEqualTo("host=one;port=1;connect-timeout-millis=9;sslEnabled=false,"
                        + "host=two;port=2;connect-timeout-millis=9;sslEnabled=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amqp://one",
                "tcp://",
                "(tcp://one",
                "tcp://one,",
                "tcp://one?reconnectAttempts=3",
                "tcp://one?ha"
            })
    void otherAddressesAreRefused(String url) {
        assertThatThrownBy(() -> BrokerAddress.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("fanfare.broker.url has to be ");
    }
}
