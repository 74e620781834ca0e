package org.fanfare.destination;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Which addresses may be reached: public ones and those the operator allows, without those the operator denies. */
final class AddressRules {

    private static final String DENIED = "denied by the operator";

    private final List<AddressRange> allowedRanges;
    private final List<HostPattern> allowedHosts;
    private final List<AddressRange> deniedRanges;
    private final List<HostPattern> deniedHosts;

    AddressRules(DestinationSettings settings) {
        allowedRanges = only(AddressRange.class, settings.allow());
        allowedHosts = only(HostPattern.class, settings.allow());
        deniedRanges = only(AddressRange.class, settings.deny());
        deniedHosts = only(HostPattern.class, settings.deny());
    }

    private static <P extends Place> List<P> only(Class<P> kind, List<Place> places) {
        return places.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What speaks against the host name, as far as can be told without its addresses. */
    Optional<String> objectionTo(String host) {
        return matches(deniedHosts, host) ? Optional.of(DENIED) : Optional.empty();
    }

    /** What speaks against an address of the host; the host is the name in ASCII or the text of the address itself. */
    Optional<String> objectionTo(String host, InetAddress address) {
        if (matches(deniedHosts, host) || isDenied(address)) {
            return Optional.of(DENIED);
        }
        return SpecialPurpose.of(address)
                .filter(purpose -> !isOpened(purpose, host, address))
                .map(SpecialPurpose::name);
    }

    private boolean isDenied(InetAddress address) {
        return contains(deniedRanges, address)
                || InnerAddresses.of(address).stream().anyMatch(inner -> contains(deniedRanges, inner));
    }

    private boolean isOpened(SpecialPurpose purpose, String host, InetAddress address) {
        return allowedRanges.stream().anyMatch(range -> range.contains(address) && purpose.isOpenedBy(range))
                || allowedHosts.stream().anyMatch(pattern -> pattern.matches(host) && purpose.isOpenedBy(pattern));
    }

    private static boolean contains(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean matches(List<HostPattern> patterns, String host) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(host));
    }
}
