package org.fanfare.destination;

/** An entry of the operator's allow-list or deny-list: a range of addresses or a pattern for host names. */
public sealed interface Place permits AddressRange, HostPattern {

    /**
     * Reads {@code 10.0.0.0/8}, {@code ::1}, {@code hooks.example.org} or {@code *.example.org}.
     *
     * @throws IllegalArgumentException with a sentence about what is wrong
     */
    static Place parse(String text) {
        boolean isRange = text.contains("/") || text.contains(":") || text.matches("[0-9.]+");
        return isRange ? AddressRange.parse(text) : HostPattern.parse(text);
    }
}
