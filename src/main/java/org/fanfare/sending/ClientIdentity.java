package org.fanfare.sending;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * A client certificate with its key, by which targets know the sender (mutual TLS). It is read when it is used; two of the
 * same texts are equal. Never prints the key.
 */
public final class ClientIdentity {

    private static final int LONGEST = 64 * 1024;
    private static final Pattern KEY = Pattern.compile(
            "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*", Pattern.DOTALL);
    private static final char[] NO_PASSWORD = {};

    private final String key;
    private final String certificates;
    private final String fingerprint;

    /**
     * @param key PKCS#8 in PEM, not encrypted
     * @param certificates X.509 in PEM: the client's own first, then those that lead to its root
     */
    public ClientIdentity(String key, String certificates) {
        this.key = key;
        this.certificates = certificates;
        this.fingerprint = fingerprint(key, certificates);
    }

    /** What is wrong with the key, on its own; empty if it is one. */
    public Optional<String> faultOfKey() {
        try {
            pkcs8();
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What is wrong with the certificates, or with the key for them; empty if both can be used now. */
    public Optional<String> faultOfCertificates(Instant now) {
        try {
            List<X509Certificate> chain = chain();
            X509Certificate own = chain.get(0);
            if (now.isAfter(own.getNotAfter().toInstant())) {
                return Optional.of(
                        "The certificate expired on " + own.getNotAfter().toInstant() + ".");
            }
            if (!fits(privateKey(own.getPublicKey()), own.getPublicKey())) {
                return Optional.of("The key is not that of the first certificate.");
            }
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What a TLS connection of this client needs. */
    KeyManager[] keyManagers() throws GeneralSecurityException {
        try {
            List<X509Certificate> chain = chain();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            PrivateKey privateKey = privateKey(chain.get(0).getPublicKey());
            store.setKeyEntry("client", privateKey, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException("An empty key store cannot be made.", e);
        }
    }

    private List<X509Certificate> chain() throws GeneralSecurityException {
        if (certificates.length() > LONGEST || !certificates.contains("-----BEGIN CERTIFICATE-----")) {
            throw new CertificateException("certificate must be X.509 in PEM (BEGIN CERTIFICATE).");
        }
        try {
            byte[] bytes = certificates.strip().getBytes(StandardCharsets.US_ASCII);
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new CertificateException("certificate must be X.509 in PEM (BEGIN CERTIFICATE).", e);
        }
    }

    private byte[] pkcs8() throws GeneralSecurityException {
        Matcher pem = KEY.matcher(key.length() > LONGEST ? "" : key.strip());
        if (!pem.matches()) {
            throw new GeneralSecurityException("key must be PKCS#8 in PEM, not encrypted (BEGIN PRIVATE KEY).");
        }
        try {
            return Base64.getMimeDecoder().decode(pem.group(1));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("key must be PKCS#8 in PEM, not encrypted (BEGIN PRIVATE KEY).", e);
        }
    }

    private PrivateKey privateKey(PublicKey publicKey) throws GeneralSecurityException {
        byte[] bytes = pkcs8();
        try {
            return KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException("The key is not that of the first certificate.", e);
        }
    }

    private static boolean fits(PrivateKey privateKey, PublicKey publicKey) throws GeneralSecurityException {
        String algorithm = switch (publicKey.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "RSASSA-PSS", "Ed25519", "Ed448", "EdDSA" -> publicKey.getAlgorithm();
            default ->
                throw new GeneralSecurityException(
                        "Keys of " + publicKey.getAlgorithm() + " are not supported: use RSA, EC or Ed25519.");
        };
        byte[] sample = "Fanfare".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(privateKey);
            signing.update(sample);
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(publicKey);
            verifying.update(sample);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String fingerprint(String key, String certificates) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(certificates.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientIdentity identity && fingerprint.equals(identity.fingerprint);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    @Override
    public String toString() {
        return "ClientIdentity[redacted]";
    }
}
