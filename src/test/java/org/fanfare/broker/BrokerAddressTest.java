package org.fanfare.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
        assertThat(address.parameters()).isEqualTo("host=one;port=5445,host=two;port=61616");
    }

    @Test
    void otherAddressesAreRefused() {
        assertThatThrownBy(() -> BrokerAddress.parse("amqp://one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"amqp://one\"");
    }
}
