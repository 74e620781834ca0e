package org.fanfare.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.fanfare.caller.Identity;
import org.fanfare.caller.Role;
import org.fanfare.problem.ProblemType;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JwtCheckTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ISSUER = "https://idp.example.test";

    private static RsaJsonWebKey key;
    private static RsaJsonWebKey other;

    private final JwtSettings settings = new JwtSettings(
            ISSUER,
            "",
            "",
            List.of("fanfare", "events"),
            List.of("RS256"),
            Duration.ofSeconds(60),
            null,
            "",
            Map.of("staff", Role.SUBSCRIBER));

    @BeforeAll
    static void makeKeys() throws JoseException {
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("first");
        other = RsaJwkGenerator.generateJwk(2048);
        other.setKeyId("first");
    }

    @Test
    void aTokenOfTheIssuerForUsIsGood() throws JoseException {
        Identity jane = known(check(settings).of(signed(claims())));

        assertThat(jane.name()).isEqualTo("jane@example.test");
        assertThat(jane.tenant()).isEqualTo("default");
        assertThat(jane.roles()).containsExactlyInAnyOrder(Role.OPERATOR, Role.SUBSCRIBER);
    }

    @Test
    void theNameIsTheFirstOfThreeClaims() throws JoseException {
        JwtClaims without = claims();
        without.unsetClaim("upn");
        assertThat(known(check(settings).of(signed(without))).name()).isEqualTo("jane");
        without.unsetClaim("preferred_username");
        assertThat(known(check(settings).of(signed(without))).name()).isEqualTo("4711");
        without.unsetClaim("sub");
        refused(check(settings).of(signed(without)));
    }

    @Test
    void anEndThatHasComeRefuses() throws JoseException {
        JwtClaims claims = claims();
        claims.setExpirationTime(
                NumericDate.fromMilliseconds(NOW.minusSeconds(59).toEpochMilli()));
        known(check(settings).of(signed(claims)));
        claims.setExpirationTime(
                NumericDate.fromMilliseconds(NOW.minusSeconds(61).toEpochMilli()));
        refused(check(settings).of(signed(claims)));
        claims.unsetClaim("exp");
        refused(check(settings).of(signed(claims)));
    }

    @Test
    void anotherIssuerOrAudienceRefuses() throws JoseException {
        refused(check(settings).of(signed(claims(), each -> {
            each.setIssuer("https://other.example.test");
            return each;
        })));
        refused(check(settings).of(signed(claims(), each -> {
            each.setAudience("somebody else");
            return each;
        })));
        refused(check(settings).of(signed(claims(), each -> {
            each.unsetClaim("aud");
            return each;
        })));
    }

    @Test
    void aTokenThatIsNotYetGoodRefuses() throws JoseException {
        refused(check(settings).of(signed(claims(), each -> {
            each.setNotBefore(NumericDate.fromMilliseconds(NOW.plusSeconds(61).toEpochMilli()));
            return each;
        })));
    }

    @Test
    void anotherKeysSignatureRefuses() throws JoseException {
        refused(check(settings).of(signature(claims(), other, "RS256")));
    }

    @Test
    void noSignatureRefuses() throws JoseException {
        JsonWebSignature unsigned = new JsonWebSignature();
        unsigned.setPayload(claims().toJson());
        unsigned.setAlgorithmHeaderValue("none");
        unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);

        refused(check(settings).of(unsigned.getCompactSerialization()));
    }

    @Test
    void thePublicKeyIsNoSecretToSignBy() throws JoseException {
        JsonWebSignature confused = new JsonWebSignature();
        confused.setPayload(claims().toJson());
        confused.setAlgorithmHeaderValue("HS256");
        confused.setKeyIdHeaderValue("first");
        confused.setKey(new HmacKey(key.getPublicKey().getEncoded()));

        refused(check(settings).of(confused.getCompactSerialization()));
    }

    @Test
    void anAlgorithmThatIsNotAskedForRefuses() throws JoseException {
        refused(check(settings).of(signature(claims(), key, "RS512")));
    }

    @Test
    void whatIsNoTokenRefuses() {
        for (String text : List.of("", "x", "a.b.c", "a.b", "e30.e30.", "x".repeat(20_000))) {
            refused(check(settings).of(text));
        }
    }

    @Test
    void theTenantIsAClaimThatMustThenBeThere() throws JoseException {
        JwtSettings withTenant = new JwtSettings(
                ISSUER,
                "",
                "",
                List.of(),
                List.of("RS256"),
                Duration.ofSeconds(60),
                Duration.ofHours(1),
                "org",
                Map.of());
        JwtClaims claims = claims();
        refused(check(withTenant).of(signed(claims)));
        claims.setStringClaim("org", "acme");
        assertThat(known(check(withTenant).of(signed(claims))).tenant()).isEqualTo("acme");
        claims.setStringClaim("org", "a/b");
        refused(check(withTenant).of(signed(claims)));
        claims.setClaim("org", 7);
        refused(check(withTenant).of(signed(claims)));
    }

    @Test
    void keysThatCannotBeHadAreNotTheCallersFault() throws JoseException {
        ProviderKeys away = new ProviderKeys(() -> CompletableFuture.failedFuture(new IOException("down")), CLOCK);
        Entry entry = new JwtCheck(settings, away, CLOCK).of(signed(claims()));

        assertThat(((Entry.Refused) entry).problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
    }

    private static JwtCheck check(JwtSettings settings) {
        List<JsonWebKey> keys = List.of(key);
        return new JwtCheck(settings, new ProviderKeys(() -> CompletableFuture.completedFuture(keys), CLOCK), CLOCK);
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("fanfare");
        claims.setSubject("4711");
        claims.setStringClaim("preferred_username", "jane");
        claims.setStringClaim("upn", "jane@example.test");
        claims.setStringListClaim("groups", "operator", "staff", "others");
        claims.setIssuedAt(NumericDate.fromMilliseconds(NOW.minusSeconds(600).toEpochMilli()));
        claims.setExpirationTime(
                NumericDate.fromMilliseconds(NOW.plusSeconds(300).toEpochMilli()));
        return claims;
    }

    private static String signed(JwtClaims claims) throws JoseException {
        return signature(claims, key, "RS256");
    }

    private static String signed(JwtClaims claims, UnaryOperator<JwtClaims> change) throws JoseException {
        return signed(change.apply(claims));
    }

    private static String signature(JwtClaims claims, RsaJsonWebKey by, String algorithm) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(by.getPrivateKey());
        signature.setKeyIdHeaderValue(by.getKeyId());
        signature.setAlgorithmHeaderValue(algorithm);
        return signature.getCompactSerialization();
    }

    private static Identity known(Entry entry) {
        assertThat(entry).isInstanceOf(Entry.Known.class);
        return ((Entry.Known) entry).identity();
    }

    private static void refused(Entry entry) {
        assertThat(entry).isInstanceOf(Entry.Refused.class);
        assertThat(((Entry.Refused) entry).problem().type()).isEqualTo(ProblemType.UNAUTHENTICATED);
    }
}
