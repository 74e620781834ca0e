package org.fanfare.wire;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** Percent-encodes texts as UTF-8 (RFC 3986, 2.1). */
public final class PercentEncoding {

    private PercentEncoding() {}

    /** @param isPlain which ASCII characters stand for themselves; asked of no others */
    public static String encode(String text, IntPredicate isPlain) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(
                    each >= 0 && isPlain.test(each) ? String.valueOf((char) each) : "%%%02X".formatted(each & 0xFF));
        }
        return encoded.toString();
    }
}
