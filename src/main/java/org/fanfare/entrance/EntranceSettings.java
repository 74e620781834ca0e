package org.fanfare.entrance;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fanfare.destination.AddressRange;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * How callers are known.
 *
 * @param methods those that are on
 * @param isChosen whether somebody chose them; where nobody did, only this machine may reach Fanfare
 * @param trustedProxies whose user headers are believed
 */
record EntranceSettings(Set<Method> methods, boolean isChosen, List<AddressRange> trustedProxies) {

    private static final String METHODS = "fanfare.auth.methods";
    private static final String PROXIES = "fanfare.auth.trusted-proxies";

    /** Where servers say to what address they are bound; the names are the launcher's and WildFly's. */
    private static final List<String> BOUND = List.of("fanfare.http.host", "jboss.bind.address");

    static EntranceSettings of(Settings settings) {
        List<String> chosen = settings.texts(METHODS);
        EnumSet<Method> methods = EnumSet.noneOf(Method.class);
        chosen.forEach(name -> methods.add(Method.named(name).orElseThrow(() -> unknown(name))));
        if (chosen.isEmpty()) {
            methods.addAll(List.of(Method.HEADER, Method.TOKEN));
        }
        List<AddressRange> proxies =
                settings.texts(PROXIES).stream().map(EntranceSettings::range).toList();
        EntranceSettings read = new EntranceSettings(Collections.unmodifiableSet(methods), !chosen.isEmpty(), proxies);
        BOUND.forEach(read::checkBound);
        return read;
    }

    /** Whether what this peer says of users is believed. */
    boolean trusts(String peer) {
        // A literal with colons or digits only: nothing here asks a name server.
        if (!peer.matches("[0-9a-fA-F:.]+(%.*)?")) {
            return false;
        }
        try {
            InetAddress address = InetAddress.getByName(peer.replaceFirst("%.*", ""));
            return trustedProxies.stream().anyMatch(range -> range.contains(address));
        } catch (UnknownHostException none) {
            return false;
        }
    }

    private void checkBound(String property) {
        String host = System.getProperty(property, "");
        if (!isChosen && !host.isBlank() && !isLoopback(host)) {
            throw new WrongSetting("The server listens on " + host
                    + ", where others than this machine can reach it, and nobody has chosen how callers are known:"
                    + " set " + METHODS + ".");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static AddressRange range(String text) {
        try {
            return AddressRange.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new WrongSetting(PROXIES + ": " + malformed.getMessage() + ".");
        }
    }

    private static WrongSetting unknown(String name) {
        return new WrongSetting(METHODS + " names '" + name + "', expected header, token, jwt or basic.");
    }
}
