package org.fanfare.destination;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IPv4 addresses in all spellings that some resolver understands: {@code 127.1}, {@code 2130706433}, {@code 0x7f000001},
 * {@code 0177.0.0.1}. The rules are those of the WHATWG URL standard, "IPv4 parser".
 */
final class Ipv4Text {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9A-Fa-f]*");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9A-Fa-f]*");
    private static final Pattern OCTAL = Pattern.compile("0[0-7]+");
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]*");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

    private Ipv4Text() {}

    /** Whether a name without trailing dot must be an IPv4 address: its last label is a number. */
    static boolean looksLikeIpv4(String name) {
        return NUMBER.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
    }

    /** The address the text stands for; empty if none. */
    static Optional<InetAddress> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean isLast = i == parts.length - 1;
            int bits = isLast ? 8 * (4 - i) : 8;
            long number = number(parts[i]);
            if (number < 0 || number >= (1L << bits)) {
                return Optional.empty();
            }
            value = (value << bits) | number;
        }
        return Optional.of(address((int) value));
    }

    /** Decimal, octal with a leading 0, hexadecimal with a leading 0x; -1 if none of them or beyond 32 bits. */
    private static long number(String part) {
        if (HEXADECIMAL.matcher(part).matches()) {
            return number(part.substring(2), 16);
        }
        if (OCTAL.matcher(part).matches()) {
            return number(part, 8);
        }
        return DECIMAL.matcher(part).matches() ? number(part, 10) : -1;
    }

    private static long number(String digits, int radix) {
        String significant = LEADING_ZEROS.matcher(digits).replaceFirst("");
        if (significant.length() > 11) {
            return -1;
        }
        return significant.isEmpty() ? 0 : Long.parseLong(significant, radix);
    }

    static InetAddress address(int bits) {
        byte[] bytes = {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits};
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
