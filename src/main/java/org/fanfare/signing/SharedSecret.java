package org.fanfare.signing;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that both sides have, for {@link Scheme#V1}. */
public final class SharedSecret implements SigningKey {

    static final String PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int GENERATED_BYTES = 32;

    private final byte[] bytes;

    /** Of any length: the bounds are for what owners choose. */
    SharedSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    static Optional<SigningKey> of(byte[] bytes, Consumer<String> refuse) {
        if (bytes.length >= LEAST_BYTES && bytes.length <= MOST_BYTES) {
            return Optional.of(new SharedSecret(bytes.clone()));
        }
        refuse.accept("A shared secret has %d to %d bytes, not %d.".formatted(LEAST_BYTES, MOST_BYTES, bytes.length));
        return Optional.empty();
    }

    static SharedSecret generate(SecureRandom random) {
        byte[] bytes = new byte[GENERATED_BYTES];
        random.nextBytes(bytes);
        return new SharedSecret(bytes);
    }

    @Override
    public Scheme scheme() {
        return Scheme.V1;
    }

    @Override
    public byte[] sign(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    @Override
    public String secret() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SharedSecret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SharedSecret[redacted]";
    }
}
