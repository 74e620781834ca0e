package org.fanfare.signing;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.fanfare.wire.JsonText;

/** An ed25519 key pair, for {@link Scheme#V1A}: kept as its seed (RFC 8032, 5.1.5) and its public key. */
public final class KeyPair implements SigningKey {

    static final String PREFIX = "whsk_";

    private static final String PUBLIC_PREFIX = "whpk_";
    private static final String ALGORITHM = "Ed25519";
    private static final int HALF = 32;

    private final byte[] seed;
    private final byte[] publicKey;

    private KeyPair(byte[] seed) {
        this(seed, publicKeyOf(seed));
    }

    private KeyPair(byte[] seed, byte[] publicKey) {
        this.seed = seed;
        this.publicKey = publicKey;
    }

    static Optional<SigningKey> of(byte[] bytes, Consumer<String> refuse) {
        if (bytes.length != HALF && bytes.length != 2 * HALF) {
            refuse.accept("An ed25519 secret is a seed of 32 bytes, or seed and public key of 64, not %d bytes."
                    .formatted(bytes.length));
            return Optional.empty();
        }
        KeyPair pair = new KeyPair(Arrays.copyOf(bytes, HALF));
        if (bytes.length > HALF && !Arrays.equals(bytes, HALF, 2 * HALF, pair.publicKey, 0, HALF)) {
            refuse.accept("The public key in this ed25519 secret does not belong to its seed.");
            return Optional.empty();
        }
        return Optional.of(pair);
    }

    /**
     * The pair whose {@link #secret()} was kept. The public key in it is not computed again: that takes as long as a
     * signature, and keys are read for each delivery.
     */
    static KeyPair kept(String secret) {
        byte[] both = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        if (both.length != 2 * HALF) {
            throw new IllegalArgumentException("a kept key pair has 64 bytes, not " + both.length);
        }
        return new KeyPair(Arrays.copyOf(both, HALF), Arrays.copyOfRange(both, HALF, 2 * HALF));
    }

    static KeyPair generate(SecureRandom random) {
        byte[] seed = new byte[HALF];
        random.nextBytes(seed);
        return new KeyPair(seed);
    }

    @Override
    public Scheme scheme() {
        return Scheme.V1A;
    }

    @Override
    public byte[] sign(byte[]... parts) {
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw noEd25519(impossible);
        }
    }

    @Override
    public String secret() {
        byte[] both = Arrays.copyOf(seed, 2 * HALF);
        System.arraycopy(publicKey, 0, both, HALF, HALF);
        return PREFIX + Base64.getEncoder().encodeToString(both);
    }

    /** What receivers verify with, as Standard Webhooks writes it. */
    public String publicText() {
        return PUBLIC_PREFIX + Base64.getEncoder().encodeToString(publicKey);
    }

    /** The public key's coordinate as a JSON Web Key has it (RFC 8037, 2). */
    public String coordinate() {
        return base64Url(publicKey);
    }

    /** The name of the public key: its thumbprint (RFC 7638; RFC 8037, 2). */
    public String keyId() {
        JsonObject required = JsonText.JSON
                .createObjectBuilder()
                .add("crv", ALGORITHM)
                .add("kty", "OKP")
                .add("x", coordinate())
                .build();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return base64Url(digest.digest(required.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The public key as a JSON Web Key. */
    public static JsonObject webKey(String keyId, String coordinate) {
        return JsonText.JSON
                .createObjectBuilder()
                .add("kty", "OKP")
                .add("crv", ALGORITHM)
                .add("x", coordinate)
                .add("kid", keyId)
                .add("use", "sig")
                .add("alg", "EdDSA")
                .build();
    }

    /**
     * Java makes a public key only of random numbers: so it is given the seed in their place. What it takes them for is
     * the seed (RFC 8032, 5.1.5, step 1).
     */
    private static byte[] publicKeyOf(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Replay(seed));
            // X.509: the last 32 bytes are the key (RFC 8410, 4)
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - HALF, encoded.length);
        } catch (GeneralSecurityException impossible) {
            throw noEd25519(impossible);
        }
    }

    private static IllegalStateException noEd25519(GeneralSecurityException cause) {
        return new IllegalStateException("every Java from 15 on has " + ALGORITHM, cause);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyPair pair && MessageDigest.isEqual(seed, pair.seed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(publicKey);
    }

    @Override
    public String toString() {
        return "KeyPair[" + publicText() + "]";
    }

    /** Gives the same bytes again, in place of random ones. */
    private static final class Replay extends SecureRandom {

        private final byte[] bytes;

        Replay(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] wanted) {
            if (wanted.length != bytes.length) {
                throw new IllegalStateException("a seed of " + wanted.length + " bytes is wanted");
            }
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }
}
