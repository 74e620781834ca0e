package org.fanfare.testing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An identity provider: publishes a key, and signs tokens with it. */
public final class FakeIdentityProvider implements AutoCloseable {

    public static final String ISSUER = "https://idp.example.test";
    public static final String AUDIENCE = "fanfare";

    private volatile RsaJsonWebKey key = newKey();
    private volatile boolean isDown;
    private final FakeServer server = new FakeServer(request -> isDown
            ? Answer.of(503, Map.of(), "")
            : Answer.of(200, Map.of("Content-Type", "application/jwk-set+json"), new JsonWebKeySet(key).toJson()));

    public URI keys() {
        return server.url("/keys");
    }

    /** From now on there is another key, and only that. */
    public void rotate() {
        key = newKey();
    }

    public void goDown() {
        isDown = true;
    }

    public void comeBack() {
        isDown = false;
    }

    /** A token for five minutes. */
    public String token(String user, String tenant, String... groups) {
        return token(user, tenant, claims -> {}, groups);
    }

    /** A token with claims that were changed before it was signed. */
    public String token(String user, String tenant, Consumer<JwtClaims> change, String... groups) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(UUID.randomUUID().toString());
        claims.setStringClaim("upn", user);
        claims.setStringClaim("tenant", tenant);
        claims.setStringListClaim("groups", List.of(groups));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        change.accept(claims);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue("RS256");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that verifies, as bytes. */
    public byte[] publicKey() {
        return key.getPublicKey().getEncoded();
    }

    @Override
    public void close() {
        server.close();
    }

    private static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
