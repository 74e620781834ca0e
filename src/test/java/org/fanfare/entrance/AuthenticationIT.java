package org.fanfare.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fanfare.testing.FakeIdentityProvider;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.RealmUser;
import org.fanfare.testing.Reply;
import org.fanfare.testing.Wire;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Fanfare with all methods on, which no proxy stands in front of: this machine is not among the trusted. */
@Wire
class AuthenticationIT {

    private static FakeIdentityProvider provider;
    private static FanfareProcess fanfare;

    private final FanfareClient client = fanfare.client();

    @BeforeAll
    static void start() {
        provider = new FakeIdentityProvider();
        fanfare = FanfareProcess.start(
                "authentication",
                Map.of(
                        "FANFARE_AUTH_METHODS", "header,token,jwt,basic",
                        "FANFARE_AUTH_TRUSTED_PROXIES", "192.0.2.1",
                        "FANFARE_CALLER_TENANT_HEADER", "X-Tenant",
                        "FANFARE_CALLER_ROLES_HEADER", "X-Roles",
                        "MP_JWT_VERIFY_ISSUER", FakeIdentityProvider.ISSUER,
                        "MP_JWT_VERIFY_AUDIENCES", "events," + FakeIdentityProvider.AUDIENCE,
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION", provider.keys().toString(),
                        "FANFARE_AUTH_JWT_TENANT_CLAIM", "tenant",
                        "FANFARE_AUTH_JWT_ROLES", "boss=admin"),
                new RealmUser("bob", "pass:word", List.of("operator", "staff")));
    }

    @AfterAll
    static void stop() {
        fanfare.close();
        provider.close();
    }

    @Test
    void whoShowsNothingIsNobodyAndIsToldWhatIsTaken() {
        Reply reply = client.get("/eventmatch");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.member("type")).isEqualTo("/problems/unauthenticated");
        assertThat(reply.response().headers().allValues("WWW-Authenticate"))
                .hasSize(4)
                .anyMatch(each -> each.startsWith("Token "))
                .anyMatch(each -> each.startsWith("Bearer "))
                .anyMatch(each -> each.startsWith("Basic "));
        assertThat(reply.header("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Http-Remote-User", "X-Tenant", "X-Roles"})
    void whatOnlyATrustedProxyMaySayIsRefused(String header) {
        Map<String, String> headers = Map.of(header, "admin", "Authorization", "Bearer " + jwt("jane", "admin"));

        assertThat(client.call("GET", "/eventmatch", headers, "").status()).isEqualTo(401);
        assertThat(client.call("GET", "/health/live", headers, "").status()).isEqualTo(200);
    }

    @Test
    void aJwtNamesUserTenantAndRoles() {
        assertThat(asJwt(jwt("jane", "subscriber"), "/eventmatch").status()).isEqualTo(200);
        assertThat(asJwt(jwt("jane", "subscriber"), "/breakers").status()).isEqualTo(403);
        assertThat(asJwt(jwt("jane", "boss"), "/breakers").status()).isEqualTo(200);
        assertThat(asJwt(jwt("jane"), "/eventmatch").status()).isEqualTo(403);
    }

    @Test
    void aJwtThatIsNotForUsIsRefused() {
        assertThat(asJwt(changed(claims -> claims.setIssuer("https://other.example.test")), "/eventmatch")
                        .status())
                .isEqualTo(401);
        assertThat(asJwt(changed(claims -> claims.setAudience("other")), "/eventmatch")
                        .status())
                .isEqualTo(401);
        assertThat(asJwt(changed(claims -> claims.setExpirationTimeMinutesInTheFuture(-2)), "/eventmatch")
                        .status())
                .isEqualTo(401);
        assertThat(asJwt(changed(claims -> claims.unsetClaim("exp")), "/eventmatch")
                        .status())
                .isEqualTo(401);
        assertThat(asJwt(changed(claims -> claims.unsetClaim("tenant")), "/eventmatch")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aJwtWithoutSignatureOrSignedByThePublicKeyIsRefused() throws JoseException {
        String[] parts = jwt("jane", "admin").split("\\.");
        String none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        JsonWebSignature confused = new JsonWebSignature();
        confused.setPayload(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        confused.setAlgorithmHeaderValue("HS256");
        confused.setKey(new HmacKey(provider.publicKey()));

        assertThat(asJwt(none, "/breakers").status()).isEqualTo(401);
        assertThat(asJwt(confused.getCompactSerialization(), "/breakers").status())
                .isEqualTo(401);
    }

    @Test
    void theProvidersKeyMayChangeAndWhileItIsAwayTheOldOneServes() {
        String old = jwt("jane", "subscriber");
        assertThat(asJwt(old, "/eventmatch").status()).isEqualTo(200);

        provider.goDown();
        assertThat(asJwt(old, "/eventmatch").status()).isEqualTo(200);
        provider.rotate();
        assertThat(asJwt(jwt("jane", "subscriber"), "/eventmatch").status()).isEqualTo(401);
        assertThat(client.call("GET", "/breakers", basic("bob:pass:word"), "").status())
                .isEqualTo(200);

        provider.comeBack();
        await("new key")
                .atMost(Duration.ofSeconds(30))
                .until(() -> asJwt(jwt("jane", "subscriber"), "/eventmatch").status() == 200);
        assertThat(asJwt(old, "/eventmatch").status()).isEqualTo(401);
    }

    @Test
    void nameAndPasswordOfTheServersRealm() {
        assertThat(client.call("GET", "/breakers", basic("bob:pass:word"), "").status())
                .isEqualTo(200);
        assertThat(client.call("GET", "/eventmatch", basic("bob:pass:word"), "").status())
                .isEqualTo(403);
        assertThat(client.call("GET", "/breakers", basic("bob:other"), "").text())
                .isEqualTo(
                        client.call("GET", "/breakers", basic("eve:other"), "").text())
                .contains("/problems/unauthenticated");
    }

    @Test
    void tokensAreMadeUsedAndRevoked() {
        String body = """
                {"name": "test", "scopes": ["producer"], "owner": "tom"}""";
        Reply made = client.call(
                "POST",
                "/tokens",
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + jwt("ada", "admin")),
                body);
        String token = made.member("token");
        String path = "/tokens/" + made.member("id");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown("Token " + token, path).text()).doesNotContain(token).contains("\"owner\":\"tom\"");
        assertThat(shown("Bearer " + token, "/tokens").array()).hasSize(1);
        assertThat(shown("Bearer " + token, "/eventmatch").status()).isEqualTo(403);
        assertThat(shown("Bearer " + jwt("eve", "operator"), path).status()).isEqualTo(404);
        assertThat(shown("Bearer " + provider.token("ada", "other", claims -> {}, "admin"), path)
                        .status())
                .as("another tenant's admin")
                .isEqualTo(404);

        assertThat(client.call("DELETE", path, Map.of("Authorization", "Bearer " + token), "")
                        .status())
                .isEqualTo(204);
        assertThat(shown("Bearer " + token, "/tokens").status()).isEqualTo(401);
        assertThat(shown("Bearer " + jwt("ada", "admin"), path).member("revoked"))
                .isNotEmpty();
    }

    @Test
    void refusalsAreCountedAndLoggedWithoutWhatWasShown() {
        shown("Token ffr_" + "1".repeat(64), "/eventmatch");

        assertThat(client.get("/metrics").text()).containsPattern("fanfare_credentials_refused_total [1-9]");
        assertThat(fanfare.log())
                .contains("credentials refused peer=127.0.0.1 by=token operation=EventMatchResource.list")
                .doesNotContain("1".repeat(64));
    }

    private Reply asJwt(String token, String path) {
        return shown("Bearer " + token, path);
    }

    private Reply shown(String authorization, String path) {
        return client.call("GET", path, Map.of("Authorization", authorization), "");
    }

    private static String jwt(String user, String... groups) {
        return provider.token(user, "default", groups);
    }

    private static String changed(Consumer<JwtClaims> change) {
        return provider.token("jane", "default", change, "subscriber");
    }

    private static Map<String, String> basic(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
