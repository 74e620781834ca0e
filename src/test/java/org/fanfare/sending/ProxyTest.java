package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;
import org.fanfare.destination.DestinationSettings;
import org.fanfare.destination.Destinations;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;
import org.fanfare.testing.Certificates;
import org.fanfare.testing.FakeProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets behind a proxy. */
@Timeout(60)
class ProxyTest {

    @TempDir
    private static Path directory;

    private final FakeProxy proxy = new FakeProxy();
    private final InMemoryDnsResolver lookup = new InMemoryDnsResolver();

    ProxyTest() throws UnknownHostException {
        lookup.add("proxy.test", InetAddress.getByName("127.0.0.1"));
        lookup.add("hooks.example.test", InetAddress.getByName("127.0.0.1"));
        lookup.add("inner.example.test", InetAddress.getByName("10.0.0.1"));
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void plainRequestGoesThroughTheProxyInAbsoluteForm() throws IOException {
        try (GoodTarget target = GoodTarget.answering(204)) {
            assertAnswered(204, send("http://hooks.example.test:" + target.port() + "/in?a=b", Map.of()));

            assertThat(proxy.heads()).hasSize(1);
            assertThat(proxy.heads().get(0))
                    .startsWith("POST http://hooks.example.test:" + target.port() + "/in?a=b HTTP/1.1\r\n")
                    .doesNotContain("Proxy-Authorization");
            assertThat(target.received.get(0).headers().getFirst("Host"))
                    .isEqualTo("hooks.example.test:" + target.port());
        }
    }

    @Test
    void tunnelGoesToTheJudgedAddressAndTlsKeepsTheName() throws Exception {
        Certificates certificates = Certificates.selfSigned(directory, "hooks.example.test", "EC");
        try (GoodTarget target = secure(certificates)) {
            String url = "https://hooks.example.test:" + target.port() + "/in";

            assertAnswered(204, send(url, Map.of(), SecureSockets.trusting(certificates.keys())));

            assertThat(proxy.heads().get(0)).startsWith("CONNECT 127.0.0.1:" + target.port() + " ");
            assertThat(target.received.get(0).headers().getFirst("Host"))
                    .isEqualTo("hooks.example.test:" + target.port());
        }
    }

    @Test
    void tunnelGoesToTheNameWhereTheOperatorWantsThat() throws Exception {
        Certificates certificates = Certificates.selfSigned(directory, "hooks.example.test", "EC");
        try (GoodTarget target = secure(certificates)) {
            String url = "https://hooks.example.test:" + target.port() + "/in";
            Map<String, String> byName = Map.of("fanfare.delivery.proxy-target", "name");

            assertAnswered(204, send(url, byName, SecureSockets.trusting(certificates.keys())));

            assertThat(proxy.heads().get(0)).startsWith("CONNECT hooks.example.test:" + target.port() + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void proxyHearsNothingOfAForbiddenTarget(String scheme) {
        for (String placing : new String[] {"address", "name"}) {
            Exchange exchange =
                    send(scheme + "://inner.example.test:8080/in", Map.of("fanfare.delivery.proxy-target", placing));

            assertThat(((Unanswered) exchange).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            assertThat(exchange.summary()).doesNotContain("10.0.0.1");
        }
        assertThat(proxy.heads()).isEmpty();
    }

    @Test
    void unknownTargetIsNotLeftToTheProxy() {
        assertThat(((Unanswered) send("https://nowhere.example.test/in", Map.of())).kind())
                .isEqualTo(Kind.DNS);
        assertThat(proxy.heads()).isEmpty();
    }

    @Test
    void proxyIsShownWhoAsks() throws Exception {
        Certificates certificates = Certificates.selfSigned(directory, "hooks.example.test", "EC");
        String known = "http://me:secret@proxy.test:" + proxy.port();
        try (GoodTarget plain = GoodTarget.answering(204);
                GoodTarget secure = secure(certificates)) {
            Map<String, String> settings = Map.of("fanfare.delivery.proxy", known);
            assertAnswered(204, send("http://hooks.example.test:" + plain.port() + "/in", settings));
            assertAnswered(
                    204,
                    send(
                            "https://hooks.example.test:" + secure.port() + "/in",
                            settings,
                            SecureSockets.trusting(certificates.keys())));

            assertThat(proxy.heads())
                    .hasSize(2)
                    .allSatisfy(head -> assertThat(head).contains("Proxy-Authorization: Basic bWU6c2VjcmV0\r\n"));
            assertThat(secure.received.get(0).headers()).doesNotContainKey("Proxy-authorization");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 407, 410, 503})
    void refusedTunnelIsNoAnswerOfTheTarget(int status) {
        proxy.refusing("HTTP/1.1 " + status + " No");

        Unanswered exchange = (Unanswered) send("https://hooks.example.test:8443/in", Map.of());

        assertThat(exchange.kind()).isEqualTo(Kind.PROXY);
        assertThat(exchange.message())
                .isEqualTo("The proxy answered " + status + " instead of connecting to the target.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void proxyThatIsNotThereIsNoFailureOfTheTarget(String scheme) {
        proxy.close();

        Unanswered exchange = (Unanswered) send(scheme + "://hooks.example.test:8443/in", Map.of());

        assertThat(exchange.kind()).isEqualTo(Kind.PROXY);
        assertThat(exchange.message()).isEqualTo("The proxy on the way to the target could not be reached.");
    }

    @Test
    void proxyThatNobodyKnowsIsNoFailureOfTheTarget() {
        Map<String, String> unknown = Map.of("fanfare.delivery.proxy", "http://nowhere.proxy.test:3128");

        assertThat(((Unanswered) send("http://hooks.example.test:8080/in", unknown)).kind())
                .isEqualTo(Kind.PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.example.test", "other.test,hooks.example.test"})
    void namedTargetsAreReachedDirectly(String direct) throws IOException {
        try (GoodTarget target = GoodTarget.answering(204)) {
            String url = "http://hooks.example.test:" + target.port() + "/in";

            assertAnswered(204, send(url, Map.of("fanfare.delivery.no-proxy", direct)));

            assertThat(proxy.heads()).isEmpty();
        }
    }

    @Test
    void addressesOfANetworkAreReachedDirectly() throws IOException {
        try (GoodTarget target = GoodTarget.answering(204)) {
            String url = "http://127.0.0.1:" + target.port() + "/in";

            assertAnswered(204, send(url, Map.of("fanfare.delivery.no-proxy", "127.0.0.0/8")));

            assertThat(proxy.heads()).isEmpty();
        }
    }

    @Test
    void proxysOwnAddressIsJudgedAsATargetWhereItIsReachedDirectly() throws IOException {
        lookup.add("proxy.test", InetAddress.getByName("127.0.0.2"));

        Exchange exchange = send("http://proxy.test:22/", Map.of("fanfare.delivery.no-proxy", "proxy.test"));

        assertThat(((Unanswered) exchange).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy:3128", "https://proxy:3128", "http://me:hush@", "http://me:hush@proxy/path"})
    void wrongProxyStopsTheStartWithoutTellingItsPassword(String url) {
        assertThatThrownBy(() -> settings(Map.of("fanfare.delivery.proxy", url)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("fanfare.delivery.proxy ")
                .hasMessageNotContaining("hush");
    }

    private GoodTarget secure(Certificates certificates) throws Exception {
        return GoodTarget.secure(SSLContexts.custom()
                .loadKeyMaterial(certificates.keys(), Certificates.PASSWORD)
                .build());
    }

    private Exchange send(String url, Map<String, String> settings) {
        return send(url, settings, SecureSockets.ofThePlatform());
    }

    private Exchange send(String url, Map<String, String> settings, SecureSockets tls) {
        Destinations destinations = new Destinations(DestinationSettings.parse("127.0.0.1", "", ""));
        try (HttpSender sender =
                HttpSender.open(SenderSettings.defaults(), settings(settings), destinations, lookup, tls)) {
            return sender.send(URI.create(url), Map.of("Content-Type", "application/json"), new byte[] {'1'});
        }
    }

    private ProxySettings settings(Map<String, String> changed) {
        Map<String, String> defaults = Map.of(
                "fanfare.delivery.proxy",
                "http://proxy.test:" + proxy.port(),
                "fanfare.delivery.proxy-target",
                "address");
        return ProxySettings.of(new Settings(
                        key -> Optional.ofNullable(changed.get(key)).or(() -> Optional.ofNullable(defaults.get(key)))))
                .orElseThrow();
    }

    private static void assertAnswered(int status, Exchange exchange) {
        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(status));
    }
}
