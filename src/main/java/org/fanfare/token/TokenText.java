package org.fanfare.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** A token as its bearer has it: {@code ffr_} and 64 hexadecimal digits, which scanners for lost secrets can find. */
final class TokenText {

    private static final String PREFIX = "ffr_";
    private static final int BYTES = 32;
    private static final int HINT = PREFIX.length() + 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private TokenText(String text) {
        this.text = text;
    }

    static TokenText random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TokenText(PREFIX + HexFormat.of().formatHex(bytes));
    }

    /** Reads what somebody shows; empty if it cannot be a token. */
    static Optional<TokenText> read(String shown) {
        return shown.matches(PREFIX + "[0-9a-f]{64}") ? Optional.of(new TokenText(shown)) : Optional.empty();
    }

    /** The whole of it, to be shown once. */
    String text() {
        return text;
    }

    /** By which people tell it from others. The 232 bits behind it are enough to guess at. */
    String hint() {
        return text.substring(0, HINT);
    }

    /**
     * By which it is looked up. There is nothing to compare in constant time: whoever could measure how far an index
     * agrees with a hash still has to find what has that hash.
     */
    String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
