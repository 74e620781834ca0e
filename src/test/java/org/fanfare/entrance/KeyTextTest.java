package org.fanfare.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void pemIsRead(String algorithm) throws GeneralSecurityException {
        PublicKey key =
                KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPublic();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";

        assertThat(KeyText.read(pem)).extracting(JsonWebKey::getKey).containsExactly(key);
    }

    @Test
    void jwkAndSetAreReadPlainAndInBase64() throws GeneralSecurityException, JoseException {
        PublicKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        String jwk = PublicJsonWebKey.Factory.newPublicJwk(key).toJson();
        String set = new JsonWebKeySet(JsonWebKey.Factory.newJwk(key)).toJson();

        for (String text : new String[] {jwk, set, base64(jwk), base64(set)}) {
            assertThat(KeyText.read(text)).extracting(JsonWebKey::getKey).containsExactly(key);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "{\"keys\": []}",
                "{\"keys\": [{\"kty\": \"oct\", \"k\": \"AAAA\"}]}",
                "{\"kty\": \"oct\", \"k\": \"AAAA\"}",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void whatHasNoPublicKeyIsRefused(String text) {
        assertThatThrownBy(() -> KeyText.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no public key in it, as PEM, JWK or JWK set");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
