package org.fanfare.broker;

import java.net.URI;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the broker is: {@code vm://0}, which means inside this process, or one or more {@code tcp://host:port}.
 *
 * @param connectorClasses class of the connector, once for each address, as the resource adapter wants them
 * @param parameters the connectors' parameters in the same order
 * @param embedded whether this process has to start the broker itself
 */
record BrokerAddress(String connectorClasses, String parameters, boolean embedded) {

    private static final String IN_VM = "org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory";
    private static final String NETTY = "org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory";
    private static final int DEFAULT_PORT = 61616;

    static BrokerAddress parse(String url) {
        if (url.equals("vm://0")) {
            return new BrokerAddress(IN_VM, "serverId=0", true);
        }
        String[] addresses = url.split(",");
        return new BrokerAddress(
                Stream.generate(() -> NETTY).limit(addresses.length).collect(Collectors.joining(",")),
                join(addresses, BrokerAddress::connectorParameters),
                false);
    }

    private static String join(String[] addresses, Function<String, String> parameters) {
        return Arrays.stream(addresses).map(String::strip).map(parameters).collect(Collectors.joining(","));
    }

    private static String connectorParameters(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw wrong(address, e);
        }
        if (!"tcp".equals(uri.getScheme()) || uri.getHost() == null) {
            throw wrong(address, null);
        }
        return "host=" + uri.getHost() + ";port=" + (uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
    }

    private static IllegalArgumentException wrong(String address, Exception cause) {
        return new IllegalArgumentException(
                "fanfare.broker.url has to be vm://0 or tcp://host:port[,tcp://host:port], but it contains \"" + address
                        + "\"",
                cause);
    }
}
