package org.fanfare.sending;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.fanfare.destination.AddressRange;
import org.fanfare.destination.HostPattern;
import org.fanfare.destination.Place;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * The proxy through which targets are reached. It is the operator's, so its own address is not judged.
 *
 * @param host as the operator wrote it
 * @param userInfo {@code user:password}; null for none. Never printed
 * @param direct the targets that are reached without it
 * @param namesToProxy whether the proxy is given the target's name to resolve, instead of the address that was judged
 */
public record ProxySettings(String host, int port, String userInfo, List<Place> direct, boolean namesToProxy) {

    private static final String PROXY = "fanfare.delivery.proxy";
    private static final String DIRECT = "fanfare.delivery.no-proxy";
    private static final String TARGET = "fanfare.delivery.proxy-target";

    public ProxySettings {
        direct = List.copyOf(direct);
    }

    /** The configured proxy, if there is one. */
    public static Optional<ProxySettings> of(Settings settings) {
        List<Place> direct =
                settings.texts(DIRECT).stream().map(ProxySettings::place).toList();
        boolean namesToProxy = namesToProxy(settings.text(TARGET));
        return settings.optionalText(PROXY).map(ProxySettings::url).map(url -> {
            int port = url.getPort() < 0 ? 80 : url.getPort();
            return new ProxySettings(url.getHost(), port, url.getUserInfo(), direct, namesToProxy);
        });
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            if ("http".equals(url.getScheme()) && url.getHost() != null && isBare(url)) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            // told below, without the text, which may hold a password
        }
        throw new WrongSetting(PROXY + " is not a URL like http://host:port or http://user:password@host:port.");
    }

    private static boolean isBare(URI url) {
        boolean hasPath = !url.getRawPath().isEmpty() && !url.getRawPath().equals("/");
        return !hasPath && url.getRawQuery() == null && url.getRawFragment() == null;
    }

    private static boolean namesToProxy(String word) {
        return switch (word) {
            case "address" -> false;
            case "name" -> true;
            default -> throw new WrongSetting(TARGET + " is '" + word + "', expected address or name.");
        };
    }

    private static Place place(String entry) {
        try {
            return Place.parse(entry);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(DIRECT + ": " + e.getMessage() + ".");
        }
    }

    /** Whether a target, whose host is a name in ASCII or an address, is reached without the proxy. */
    boolean isBypassedFor(String targetHost) {
        return direct.stream().anyMatch(place -> holds(place, targetHost));
    }

    private static boolean holds(Place place, String targetHost) {
        if (place instanceof HostPattern pattern) {
            return pattern.matches(targetHost);
        }
        boolean isAddress = targetHost.contains(":") || targetHost.matches("[0-9.]+");
        return isAddress && ((AddressRange) place).contains(literal(targetHost));
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address); // a literal, so no name server is asked
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    /** The header by which the proxy knows us (RFC 7617). */
    Optional<String> authorization() {
        return Optional.ofNullable(userInfo)
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "ProxySettings[%s:%d]".formatted(host, port);
    }
}
