package org.fanfare.signing;

import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/** A key that deliveries are signed with; never prints what is secret of it. */
public sealed interface SigningKey permits SharedSecret, KeyPair {

    /**
     * The key that a text is: {@code whsec_} and 24 to 64 bytes in base64, the same without prefix, or {@code whsk_} and
     * the 32 bytes of an ed25519 seed, with or without the 32 of the public key behind them.
     *
     * @param refuse is told why the text is no key
     */
    static Optional<SigningKey> read(String text, Consumer<String> refuse) {
        boolean isPair = text.startsWith(KeyPair.PREFIX);
        boolean isPrefixed = isPair || text.startsWith(SharedSecret.PREFIX);
        String base64 = isPrefixed ? text.substring(text.indexOf('_') + 1) : text;
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            refuse.accept("A secret is standard base64 behind " + SharedSecret.PREFIX + " or " + KeyPair.PREFIX + ".");
            return Optional.empty();
        }
        return isPair ? KeyPair.of(bytes, refuse) : SharedSecret.of(bytes, refuse);
    }

    /** The key whose {@link #secret()} was kept here, where nobody else writes. */
    static SigningKey kept(String secret) {
        if (secret.startsWith(KeyPair.PREFIX)) {
            return KeyPair.kept(secret);
        }
        return read(secret, why -> {
                    throw new IllegalArgumentException("a kept key: " + why);
                })
                .orElseThrow();
    }

    Scheme scheme();

    /** The signature of these bytes, one after the other. */
    byte[] sign(byte[]... parts);

    /** The whole key as text, with its prefix. */
    String secret();
}
