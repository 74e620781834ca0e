package org.fanfare.signing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies as a receiver does by Standard Webhooks 1.0.0; written apart from what signs. */
public record Receiver(String key, Instant now) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    /** @param headers by their names in lower case */
    public boolean accepts(Map<String, String> headers, byte[] body) {
        String id = headers.get("webhook-id");
        String timestamp = headers.get("webhook-timestamp");
        String signatures = headers.get("webhook-signature");
        if (id == null || timestamp == null || signatures == null) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(body);
        return Stream.of(signatures.split(" "))
                .map(each -> each.split(",", 2))
                .filter(parts -> parts.length == 2)
                .anyMatch(parts -> isGood(parts[0], parts[1], content.toByteArray()));
    }

    private boolean isGood(String version, String signature, byte[] content) {
        try {
            byte[] given = Base64.getDecoder().decode(signature);
            byte[] bytes = Base64.getDecoder().decode(key.replaceFirst("^wh(sec|pk)_", ""));
            if (key.startsWith("whpk_")) {
                return version.equals("v1a") && isEd25519(bytes, content, given);
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return version.equals("v1") && MessageDigest.isEqual(mac.doFinal(content), given);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether a signature is that of the key, which is its 32 bytes. */
    public static boolean isEd25519(byte[] key, byte[] content, byte[] signature) throws GeneralSecurityException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(X509_HEAD);
        encoded.writeBytes(key);
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray())));
        verifier.update(content);
        return signature.length == 64 && verifier.verify(signature);
    }
}
