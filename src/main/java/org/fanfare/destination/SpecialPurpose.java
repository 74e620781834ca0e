package org.fanfare.destination;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A range of addresses that is not the public Internet. The table follows the IANA registries of special-purpose
 * addresses (RFC 6890), in which "globally reachable: not applicable" counts as no; multicast and the places of cloud
 * metadata are added. IPv4-mapped IPv6 has no row: Java gives such an address as IPv4.
 */
record SpecialPurpose(AddressRange range, String name, Guard guard) {

    private static final List<SpecialPurpose> TABLE = List.of(
            local("0.0.0.0/8", "This network", "RFC791"),
            blocked("10.0.0.0/8", "Private use", "RFC1918"),
            blocked("100.64.0.0/10", "Shared address space (CGNAT)", "RFC6598"),
            local("127.0.0.0/8", "Loopback", "RFC1122"),
            local("169.254.0.0/16", "Link local", "RFC3927"),
            blocked("172.16.0.0/12", "Private use", "RFC1918"),
            blocked("192.0.0.0/24", "IETF protocol assignments", "RFC6890"),
            reachable("192.0.0.9/32", "Port Control Protocol anycast", "RFC7723"),
            reachable("192.0.0.10/32", "TURN anycast", "RFC8155"),
            blocked("192.0.2.0/24", "Documentation TEST-NET-1", "RFC5737"),
            reachable("192.31.196.0/24", "AS112-v4", "RFC7535"),
            reachable("192.52.193.0/24", "AMT", "RFC7450"),
            blocked("192.88.99.0/24", "Deprecated 6to4 relay anycast", "RFC7526"),
            blocked("192.168.0.0/16", "Private use", "RFC1918"),
            reachable("192.175.48.0/24", "Direct delegation AS112", "RFC7534"),
            blocked("198.18.0.0/15", "Benchmarking", "RFC2544"),
            blocked("198.51.100.0/24", "Documentation TEST-NET-2", "RFC5737"),
            blocked("203.0.113.0/24", "Documentation TEST-NET-3", "RFC5737"),
            blocked("224.0.0.0/4", "Multicast (separate registry)", "RFC5771"),
            blocked("240.0.0.0/4", "Reserved", "RFC1112"),
            blocked("255.255.255.255/32", "Limited broadcast", "RFC8190"),
            local("::1/128", "Loopback", "RFC4291"),
            local("::/128", "Unspecified", "RFC4291"),
            blocked("::/96", "IPv4-compatible, deprecated", "RFC4291"),
            reachable("64:ff9b::/96", "IPv4-IPv6 translation (NAT64)", "RFC6052"),
            blocked("64:ff9b:1::/48", "Local-use IPv4/IPv6 translation", "RFC8215"),
            blocked("100::/64", "Discard only", "RFC6666"),
            blocked("100:0:0:1::/64", "Dummy prefix", "RFC9780"),
            blocked("2001::/23", "IETF protocol assignments", "RFC2928"),
            blocked("2001::/32", "Teredo", "RFC4380"),
            reachable("2001:1::1/128", "PCP anycast", "RFC7723"),
            reachable("2001:1::2/128", "TURN anycast", "RFC8155"),
            reachable("2001:1::3/128", "DNS-SD SRP anycast", "RFC9665"),
            blocked("2001:2::/48", "Benchmarking", "RFC5180"),
            reachable("2001:3::/32", "AMT", "RFC7450"),
            reachable("2001:4:112::/48", "AS112-v6", "RFC7535"),
            blocked("2001:10::/28", "ORCHID, deprecated", "RFC4843"),
            reachable("2001:20::/28", "ORCHIDv2", "RFC7343"),
            reachable("2001:30::/28", "Drone remote id", "RFC9374"),
            blocked("2001:db8::/32", "Documentation", "RFC3849"),
            blocked("2002::/16", "6to4", "RFC3056"),
            reachable("2620:4f:8000::/48", "Direct delegation AS112", "RFC7534"),
            blocked("3fff::/20", "Documentation", "RFC9637"),
            blocked("5f00::/16", "SRv6 SIDs", "RFC9602"),
            blocked("fc00::/7", "Unique local", "RFC4193"),
            local("fe80::/10", "Link-local unicast", "RFC4291"),
            blocked("fec0::/10", "Site-local, deprecated", "RFC3879"),
            blocked("ff00::/8", "Multicast (separate registry)", "RFC4291"),
            metadata("168.63.129.16", "Azure platform"),
            metadata("169.254.169.254", "cloud metadata"),
            metadata("169.254.170.2", "container credentials"),
            metadata("100.100.100.200", "Alibaba metadata"),
            metadata("192.0.0.192", "Oracle metadata"),
            metadata("fd00:ec2::254", "AWS metadata"),
            metadata("fd20:ce::254", "Google metadata"));

    private static final AddressRange GLOBAL_UNICAST = AddressRange.parse("2000::/3");

    /** What the address is for, if that forbids to reach it; the narrowest range that holds it decides. */
    static Optional<SpecialPurpose> of(InetAddress address) {
        for (InetAddress inner : InnerAddresses.of(address)) {
            Optional<SpecialPurpose> innerPurpose = of(inner);
            if (innerPurpose.isPresent()) {
                AddressRange alone = AddressRange.of(address);
                return Optional.of(
                        new SpecialPurpose(alone, innerPurpose.get().name() + " within IPv6", Guard.ONLY_BY_NAME));
            }
        }
        Optional<SpecialPurpose> row = TABLE.stream()
                .filter(candidate -> candidate.range.contains(address))
                .max(Comparator.comparingInt(candidate -> candidate.range.prefixLength()));
        if (row.isEmpty() && address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address)) {
            return Optional.of(new SpecialPurpose(AddressRange.parse("::/0"), "unassigned", Guard.BY_ANY_RANGE));
        }
        return row.filter(found -> found.guard != Guard.OPEN);
    }

    /** Whether the operator's entry, which holds an address of this range, is meant to open it. */
    boolean isOpenedBy(AddressRange allowed) {
        return guard == Guard.BY_ANY_RANGE || range.contains(allowed);
    }

    /** Whether the operator's entry, which stands for a host with an address of this range, is meant to open it. */
    boolean isOpenedBy(HostPattern allowed) {
        return switch (guard) {
            case OPEN, BY_ANY_RANGE -> true;
            case ONLY_BY_NAME -> !allowed.isWildcard();
            case NEVER_BY_HOST -> false;
        };
    }

    private static SpecialPurpose blocked(String range, String name, String rfc) {
        return new SpecialPurpose(AddressRange.parse(range), name + ", " + rfc, Guard.BY_ANY_RANGE);
    }

    private static SpecialPurpose local(String range, String name, String rfc) {
        return new SpecialPurpose(AddressRange.parse(range), name + ", " + rfc, Guard.ONLY_BY_NAME);
    }

    private static SpecialPurpose reachable(String range, String name, String rfc) {
        return new SpecialPurpose(AddressRange.parse(range), name + ", " + rfc, Guard.OPEN);
    }

    private static SpecialPurpose metadata(String address, String name) {
        return new SpecialPurpose(AddressRange.parse(address), name, Guard.NEVER_BY_HOST);
    }

    /** How much the operator must say to open a range; a wide entry must not open what lies next to the server. */
    enum Guard {
        /** Open to all. */
        OPEN,
        /** By any entry that holds the address. */
        BY_ANY_RANGE,
        /** By an entry within the range, or by a host name written in full. */
        ONLY_BY_NAME,
        /** By an entry for this address alone. */
        NEVER_BY_HOST
    }
}
