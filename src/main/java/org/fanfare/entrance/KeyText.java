package org.fanfare.entrance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Reads public keys in the forms that MicroProfile JWT names: PEM, JWK, JWK set, and the latter two in Base64. */
final class KeyText {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private KeyText() {}

    /**
     * The public keys in the text; secret ones are left out, nobody should sign by what verifies.
     *
     * @throws IllegalArgumentException if there is none
     */
    static List<JsonWebKey> read(String text) {
        try {
            List<JsonWebKey> keys = keys(text.strip()).stream()
                    .filter(PublicJsonWebKey.class::isInstance)
                    .toList();
            if (!keys.isEmpty()) {
                return keys;
            }
        } catch (JoseException | GeneralSecurityException | IllegalArgumentException unreadable) {
            // told below, as a text without keys is
        }
        throw new IllegalArgumentException("there is no public key in it, as PEM, JWK or JWK set");
    }

    private static List<JsonWebKey> keys(String text) throws JoseException, GeneralSecurityException {
        if (text.startsWith(BEGIN)) {
            String encoded = text.substring(BEGIN.length()).replace(END, "").replaceAll("\\s", "");
            return List.of(
                    JsonWebKey.Factory.newJwk(publicKey(Base64.getDecoder().decode(encoded))));
        }
        String json =
                text.startsWith("{") ? text : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        return json.contains("\"keys\"")
                ? new JsonWebKeySet(json).getJsonWebKeys()
                : List.of(JsonWebKey.Factory.newJwk(json));
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(encoded);
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(spec);
            } catch (GeneralSecurityException notOfThisKind) {
                // the next kind, perhaps
            }
        }
        return KeyFactory.getInstance("Ed25519").generatePublic(spec);
    }
}
