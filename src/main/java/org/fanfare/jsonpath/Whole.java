package org.fanfare.jsonpath;

import java.math.BigInteger;

/** An integer written in an expression, of any size; what is beyond any array is as good as just beyond it. */
record Whole(String text, long clamped) {

    private static final BigInteger FAR = BigInteger.valueOf(10_000_000_000_000_000L);

    static Whole of(String digits) {
        BigInteger exact = new BigInteger(digits);
        return new Whole(exact.toString(), exact.min(FAR).max(FAR.negate()).longValue());
    }
}
