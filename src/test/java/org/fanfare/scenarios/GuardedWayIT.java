package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.fanfare.testing.Certificates;
import org.fanfare.testing.FakePolicy;
import org.fanfare.testing.FakeProxy;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.io.TempDir;

/** Targets that demand a client certificate, and targets behind a proxy: {@code localhost} is, {@code 127.0.0.1} is not. */
@ExtendWith(GuardedWayIT.Behind.class)
class GuardedWayIT extends Pipeline {

    @TempDir
    private static Path directory;

    private static Certificates ours;
    private static Certificates others;
    private static SSLContext tls;
    private static FakeProxy proxy;
    private static Surroundings surroundings;

    @BeforeAll
    static void start() throws Exception {
        ours = Certificates.selfSigned(directory, "fanfare.test", "EC");
        others = Certificates.selfSigned(directory, "others.test", "RSA");
        Certificates ofTargets =
                Certificates.selfSigned(directory, "127.0.0.1", "EC", "-ext", "SAN=ip:127.0.0.1,dns:localhost");
        tls = SSLContexts.custom()
                .loadKeyMaterial(ofTargets.keys(), Certificates.PASSWORD)
                .loadTrustMaterial(ours.keys(), null)
                .build();
        proxy = new FakeProxy();
        FakePolicy policy = new FakePolicy();
        Map<String, String> settings = new HashMap<>(SharedFanfare.settings(policy));
        settings.put("FANFARE_DELIVERY_PROXY", "http://me:hush@127.0.0.1:" + proxy.port());
        settings.put("FANFARE_DELIVERY_NO_PROXY", "127.0.0.1");
        settings.put("FANFARE_DESTINATION_ALLOW", "127.0.0.1,localhost");
        settings.put("FANFARE_DESTINATION_RESOLVE_ON_SAVE", "true");
        settings.put(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=changeit"
                        .formatted(ofTargets.trustStore()));
        surroundings = new Surroundings(FanfareProcess.start("guarded", settings), policy);
        surroundings.warmUp();
    }

    @AfterAll
    static void stop() {
        surroundings.close();
        proxy.close();
    }

    private FakeTarget secured;

    @BeforeEach
    void open() {
        secured = new FakeTarget(tls);
    }

    @AfterEach
    void close() {
        secured.close();
    }

    @Test
    void aTargetThatDemandsACertificateKnowsTheSubscriptionByIts() {
        subscribe(owner, Wish.ofType(type, secured.url()).withJson("auth", mtls(ours, "\"type\": \"mtls\"")));

        awaitDelivery(post(), "delivered", 1);

        assertThat(secured.requests()).hasSize(1);
    }

    @Test
    void aCertificateGoesTogetherWithAPassword() {
        String basic = "\"type\": \"basic\", \"basic\": {\"username\": \"u\", \"password\": \"p\"}";
        subscribe(owner, Wish.ofType(type, secured.url()).withJson("auth", mtls(ours, basic)));

        awaitDelivery(post(), "delivered", 1);

        assertThat(secured.requests().get(0).header("Authorization")).isEqualTo("Basic dTpw");
    }

    @Test
    void whoHasNoneOrAnotherIsNotLetIn() {
        String known =
                subscribe(owner, Wish.to(secured.url(), "$.never").withJson("auth", mtls(ours, "\"type\": \"mtls\"")));
        String unknown = subscribe(
                owner, Wish.to(secured.url(), "$.never").withJson("auth", mtls(others, "\"type\": \"mtls\"")));
        String nobody = subscribe(owner, Wish.to(secured.url(), "$.never"));

        assertThat(isDelivered(known)).isTrue();
        assertThat(isDelivered(unknown)).isFalse();
        assertThat(isDelivered(nobody)).isFalse();
        assertThat(isDelivered(known)).isTrue();
        assertThat(secured.requests()).hasSize(2);
    }

    private boolean isDelivered(String path) {
        return owner.post(path + "/test", "").json().getBoolean("delivered");
    }

    @Test
    void theKeyIsShownToNobodyAndHasToFit() {
        Wish wish = Wish.to(secured.url(), "$.never").withJson("auth", mtls(ours, "\"type\": \"mtls\""));
        Reply created = owner.post("/eventmatch", wish.text());
        String path = "/eventmatch/" + created.member("uuid");

        assertThat(created.text()).contains("BEGIN CERTIFICATE").doesNotContain("PRIVATE KEY");
        assertThat(owner.put(path, owner.get(path).text()).status()).isEqualTo(200);
        assertThat(isDelivered(path)).isTrue();

        String otherCertificate =
                owner.get(path).text().replace(json(ours.certificatePem()), json(others.certificatePem()));
        Reply refused = owner.put(path, otherCertificate);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/auth/mtls/certificate");
    }

    @Test
    void aCertificateIsNotTakenForATargetThatWouldNotSeeIt() {
        String auth = mtls(ours, "\"type\": \"mtls\"");
        Reply plain = owner.post(
                "/eventmatch",
                Wish.to(target.url(), "$.never").withJson("auth", auth).text());
        String secure = subscribe(owner, Wish.to(secured.url(), "$.never").withJson("auth", auth));
        Reply turnedPlain = owner.put(secure, "{\"target_url\": \"%s\"}".formatted(target.url()));

        assertThat(plain.pointers()).containsExactly("/auth/mtls");
        assertThat(turnedPlain.pointers()).containsExactly("/auth/mtls");
        assertThat(owner.get(secure).member("target_url"))
                .isEqualTo(secured.url().toString());
    }

    @Test
    void targetsAreReachedThroughTheProxyUnlessTheyAreExcepted() {
        int before = proxy.heads().size();
        URI behind = URI.create(target.url().toString().replace("127.0.0.1", "localhost"));
        subscribe(owner, Wish.ofType(type, behind));
        subscribe(owner, Wish.ofType(type + "x", target.url()));

        awaitDelivery(post(), "delivered", 1);

        assertThat(proxy.heads()).hasSize(before + 1);
        assertThat(proxy.heads().get(before))
                .startsWith("POST " + behind + " HTTP/1.1")
                .contains("Proxy-Authorization: Basic");
        assertThat(target.requests().get(0).header("Host")).isEqualTo(behind.getAuthority());
        assertThat(surroundings.fanfare().log()).doesNotContain("hush");
    }

    @Test
    void aTunnelThroughTheProxyLeadsToTheJudgedAddress() {
        int before = proxy.heads().size();
        URI behind = URI.create(secured.url().toString().replace("127.0.0.1", "localhost"));
        subscribe(owner, Wish.ofType(type, behind).withJson("auth", mtls(ours, "\"type\": \"mtls\"")));

        awaitDelivery(post(), "delivered", 1);

        assertThat(proxy.heads().subList(before, proxy.heads().size()))
                .anySatisfy(head -> assertThat(head).startsWith("CONNECT 127.0.0.1:" + behind.getPort() + " "));
        assertThat(secured.requests().get(0).header("Host")).isEqualTo(behind.getAuthority());
    }

    @Test
    void aHostThatNobodyKnowsIsRefusedWhenItIsSaved() {
        JsonObject wish =
                Wish.to(URI.create("https://no.such.host.invalid/"), "$.never").json();

        Reply refused = owner.post("/eventmatch", wish.toString());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The host no.such.host.invalid cannot be found.");
    }

    private static String mtls(Certificates pair, String type) {
        return "{%s, \"mtls\": {\"certificate\": %s, \"key\": %s}}"
                .formatted(type, json(pair.certificatePem()), json(pair.keyPem()));
    }

    private static String json(String text) {
        return Json.createValue(text).toString();
    }

    /** Gives the Fanfare that this class has started. */
    static final class Behind implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Surroundings.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return surroundings;
        }
    }
}
