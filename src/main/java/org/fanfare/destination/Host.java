package org.fanfare.destination;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host of a URL, read so that every spelling of an IP address is known for one: what a text means is decided here
 * once, and no resolver further on can find another meaning in it. Never asks the DNS.
 */
sealed interface Host {

    Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]");
    Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9][a-z0-9-]{0,62})*");
    int LONGEST_NAME = 253;

    /** Reads a host as it stands in a URL: IPv6 in brackets, names in any script, a trailing dot allowed. */
    static Host read(String text) {
        if (text.startsWith("[")) {
            return readIpv6(text);
        }
        if (text.contains("%")) {
            return new Unreadable("The host must be written without percent escapes.");
        }
        Optional<String> name = asciiName(text);
        if (name.isEmpty()) {
            return new Unreadable("The host is neither a host name nor an IP address.");
        }
        return Ipv4Text.looksLikeIpv4(name.get()) ? readIpv4(text, name.get()) : new Name(name.get());
    }

    private static Host readIpv6(String text) {
        if (text.contains("%")) {
            return new Unreadable("An IPv6 address must be written without a zone.");
        }
        if (!IPV6.matcher(text).matches()) {
            return new Unreadable("The brackets must hold an IPv6 address.");
        }
        try {
            // brackets and a colon: Java reads this as a literal or refuses it, without asking the DNS
            return new Literal(InetAddress.getByName(text), true);
        } catch (UnknownHostException e) {
            return new Unreadable("The brackets must hold an IPv6 address.");
        }
    }

    private static Host readIpv4(String text, String name) {
        return Ipv4Text.parse(name)
                .<Host>map(
                        address -> new Literal(address, address.getHostAddress().equals(text)))
                .orElseGet(() -> new Unreadable("The host ends in a number but is not an IPv4 address."));
    }

    /** IDNA brings look-alikes (circled and full-width digits, other dots) into the form a resolver would see. */
    private static Optional<String> asciiName(String text) {
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return isName(name) ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    /**
     * An IP address.
     *
     * @param isCanonical false where IPv4 was spelled in another way than four decimal numbers
     */
    record Literal(InetAddress address, boolean isCanonical) implements Host {

        /** The address as it stands in a URL. */
        String inUrl() {
            String text = address.getHostAddress();
            return text.contains(":") ? "[" + text + "]" : text;
        }
    }

    /** A host name in ASCII and lower case, without trailing dot. */
    record Name(String name) implements Host {

        /** Names that mean this machine by definition (RFC 6761), whatever a resolver says. */
        boolean isLocalhost() {
            return name.equals("localhost") || name.endsWith(".localhost");
        }
    }

    /** No host at all; the reason is a sentence. */
    record Unreadable(String reason) implements Host {}
}
