package org.fanfare.broker;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/**
 * Where the broker is: {@code vm://0}, which means inside this process; {@code tcp://host:port}; or the brokers of a failover
 * pair, {@code (tcp://one:61616,tcp://two:61616)?ha=true}, with or without the parentheses. What else follows the question
 * mark are parameters of the connection as Artemis has them, such as {@code sslEnabled=true}.
 *
 * @param connectorClasses class of the connector, once for each address, as the resource adapter wants them
 * @param parameters the connectors' parameters in the same order
 * @param failsOver whether the broker tells of a backup, which is gone to when it dies
 * @param embedded whether this process has to start the broker itself
 */
record BrokerAddress(String connectorClasses, String parameters, boolean failsOver, boolean embedded) {

    private static final String IN_VM = "org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory";
    private static final String NETTY = "org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory";
    private static final int DEFAULT_PORT = 61616;
    private static final String HA = "ha";

    /** Of a machine that does not answer at all: senders must not wait longer for it. */
    private static final String CONNECT_MILLIS = "5000";

    private static final Pattern SEVERAL = Pattern.compile("\\(([^()]*)\\)(?:\\?(.*))?");

    static BrokerAddress parse(String url) {
        if (url.equals("vm://0")) {
            return new BrokerAddress(IN_VM, "serverId=0", false, true);
        }
        Matcher several = SEVERAL.matcher(url);
        boolean isList = several.matches();
        Map<String, String> common = options(isList ? several.group(2) : null, url);
        List<Map<String, String>> connectors = new ArrayList<>();
        for (String address : (isList ? several.group(1) : url).split(",", -1)) {
            connectors.add(connector(address.strip(), common));
        }
        // Said of one, it is said of all.
        boolean failsOver = connectors.stream()
                .map(connector -> connector.remove(HA))
                .reduce((one, other) -> one.equals("") ? other : one)
                .filter(said -> !said.isEmpty())
                .map(Boolean::valueOf)
                .orElse(connectors.size() > 1);
        return new BrokerAddress(
                Stream.generate(() -> NETTY).limit(connectors.size()).collect(Collectors.joining(",")),
                connectors.stream().map(BrokerAddress::text).collect(Collectors.joining(",")),
                failsOver,
                false);
    }

    private static Map<String, String> connector(String address, Map<String, String> common) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw wrong(address, e);
        }
        if (!"tcp".equals(uri.getScheme()) || uri.getHost() == null) {
            throw wrong(address, null);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("host", uri.getHost());
        parameters.put("port", Integer.toString(uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort()));
        parameters.put(TransportConstants.NETTY_CONNECT_TIMEOUT, CONNECT_MILLIS);
        parameters.put(HA, "");
        parameters.putAll(common);
        parameters.putAll(options(uri.getQuery(), address));
        return parameters;
    }

    private static Map<String, String> options(String query, String address) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : query == null ? new String[0] : query.split("&")) {
            String[] parts = option.split("=", 2);
            boolean isKnown = parts[0].equals(HA) || TransportConstants.ALLOWABLE_CONNECTOR_KEYS.contains(parts[0]);
            if (parts.length < 2 || !isKnown) {
                throw wrong(address, null);
            }
            options.put(parts[0], parts[1]);
        }
        return options;
    }

    private static String text(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(";"));
    }

    private static IllegalArgumentException wrong(String address, Exception cause) {
        return new IllegalArgumentException(
                "fanfare.broker.url has to be vm://0, tcp://host:port or (tcp://host:port,tcp://host:port)?ha=true, with"
                        + " parameters of Artemis' connectors, but it contains \"" + address + "\"",
                cause);
    }
}
