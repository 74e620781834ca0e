package org.fanfare.signing;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ways of signing that Standard Webhooks 1.0.0 knows. */
public enum Scheme {
    /** HMAC-SHA256 with a secret that both sides have. */
    V1("v1"),
    /** ed25519: the receiver needs the public key alone. */
    V1A("v1a");

    private final String wireName;

    Scheme(String wireName) {
        this.wireName = wireName;
    }

    /** The scheme of that name; names are exact. */
    public static Optional<Scheme> named(String wireName) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.wireName.equals(wireName))
                .findFirst();
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Scheme::wireName).toList();
    }

    /** What stands before the comma in a signature. */
    public String wireName() {
        return wireName;
    }

    /** A new key. */
    public SigningKey generate(SecureRandom random) {
        return this == V1 ? SharedSecret.generate(random) : KeyPair.generate(random);
    }
}
