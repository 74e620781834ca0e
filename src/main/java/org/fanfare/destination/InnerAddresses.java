package org.fanfare.destination;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The IPv4 addresses an IPv6 address leads to by way of a translator or tunnel: a public IPv6 address can mean a private
 * IPv4 one.
 */
final class InnerAddresses {

    private static final AddressRange COMPATIBLE = AddressRange.parse("::/96");
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");
    private static final AddressRange TEREDO = AddressRange.parse("2001::/32");
    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16");

    private InnerAddresses() {}

    static List<InetAddress> of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return List.of();
        }
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        if (NAT64.contains(address) || (COMPATIBLE.contains(address) && isMoreThanOne(bytes))) {
            return List.of(Ipv4Text.address(bytes.getInt(12)));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return List.of(Ipv4Text.address(bytes.getInt(2)));
        }
        if (TEREDO.contains(address)) {
            // RFC 4380, 4: the server in clear, the client with its bits inverted
            return List.of(Ipv4Text.address(bytes.getInt(4)), Ipv4Text.address(~bytes.getInt(12)));
        }
        return List.of();
    }

    /** {@code ::} and {@code ::1} have meanings of their own. */
    private static boolean isMoreThanOne(ByteBuffer bytes) {
        return Integer.compareUnsigned(bytes.getInt(12), 1) > 0;
    }
}
