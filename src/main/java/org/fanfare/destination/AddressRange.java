package org.fanfare.destination;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A range of IP addresses in CIDR notation. IPv4 and IPv6 are different families: no range of one holds an address of
 * the other (Java gives IPv4-mapped IPv6 addresses as IPv4).
 */
public final class AddressRange implements Place {

    private final byte[] start;
    private final int prefixLength;

    private AddressRange(byte[] start, int prefixLength) {
        this.start = start;
        this.prefixLength = prefixLength;
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address.
     *
     * @throws IllegalArgumentException with a sentence about what is wrong
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] start = literal(address, text).getAddress();
        int bits = start.length * Byte.SIZE;
        int length = slash < 0 ? bits : prefixLength(text.substring(slash + 1), bits, text);
        AddressRange range = new AddressRange(start, length);
        if (!Arrays.equals(start, range.end((byte) 0))) {
            throw new IllegalArgumentException("'" + text + "' has bits set behind its prefix of " + length + " bits");
        }
        return range;
    }

    /** The range that holds the one address. */
    static AddressRange of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new AddressRange(bytes, bytes.length * Byte.SIZE);
    }

    private static InetAddress literal(String address, String text) {
        if (Host.read(address.contains(":") ? "[" + address + "]" : address) instanceof Host.Literal literal
                && literal.isCanonical()) {
            return literal.address();
        }
        throw new IllegalArgumentException("'" + text + "' is not an IP address or a range like 10.0.0.0/8");
    }

    private static int prefixLength(String digits, int bits, String text) {
        if (digits.matches("[0-9]{1,3}") && Integer.parseInt(digits) <= bits) {
            return Integer.parseInt(digits);
        }
        throw new IllegalArgumentException("'" + text + "' needs a prefix length from 0 to " + bits);
    }

    /** Whether the address is one of this range. */
    public boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (((start[i] ^ other[i]) & mask(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every address of the other range is one of this range. */
    boolean contains(AddressRange other) {
        return prefixLength <= other.prefixLength && contains(other.first());
    }

    /** The number of leading bits all addresses of the range have in common; more is narrower. */
    int prefixLength() {
        return prefixLength;
    }

    InetAddress first() {
        return address(start);
    }

    InetAddress last() {
        return address(end((byte) 0xff));
    }

    private byte[] end(byte fill) {
        byte[] end = start.clone();
        for (int i = 0; i < end.length; i++) {
            end[i] = (byte) ((end[i] & mask(i)) | (fill & ~mask(i)));
        }
        return end;
    }

    private int mask(int index) {
        int ones = Math.max(0, Math.min(Byte.SIZE, prefixLength - index * Byte.SIZE));
        return (0xff << (Byte.SIZE - ones)) & 0xff;
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of " + bytes.length + " bytes", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range
                && prefixLength == range.prefixLength
                && Arrays.equals(start, range.start);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(start) + prefixLength;
    }

    @Override
    public String toString() {
        return first().getHostAddress() + "/" + prefixLength;
    }
}
