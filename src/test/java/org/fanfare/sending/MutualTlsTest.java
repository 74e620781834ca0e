package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;
import org.fanfare.destination.DestinationSettings;
import org.fanfare.destination.Destinations;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Unanswered;
import org.fanfare.testing.Certificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A target that demands a client certificate. */
@Timeout(60)
class MutualTlsTest {

    private static final String HOST = "hooks.example.test";

    @TempDir
    private static Path directory;

    private static Access anna;
    private static Access bert;
    private static GoodTarget target;
    private static HttpSender sender;

    @BeforeAll
    static void start() throws Exception {
        Certificates ofTarget = Certificates.selfSigned(directory, HOST, "EC");
        Certificates ofAnna = Certificates.selfSigned(directory, "anna", "EC");
        Certificates ofBert = Certificates.selfSigned(directory, "bert", "RSA");
        anna = access(ofAnna);
        bert = access(ofBert);
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, Certificates.PASSWORD);
        known.setCertificateEntry("anna", ofAnna.keys().getCertificate("pair"));
        known.setCertificateEntry("bert", ofBert.keys().getCertificate("pair"));
        target = GoodTarget.demandingCertificate(SSLContexts.custom()
                .loadKeyMaterial(ofTarget.keys(), Certificates.PASSWORD)
                .loadTrustMaterial(known, null)
                .build());
        InMemoryDnsResolver lookup = new InMemoryDnsResolver();
        lookup.add(HOST, InetAddress.getByName("127.0.0.1"));
        sender = HttpSender.open(
                SenderSettings.defaults(),
                null,
                new Destinations(DestinationSettings.parse("127.0.0.1", "", "")),
                lookup,
                SecureSockets.trusting(ofTarget.keys()));
    }

    private static Access access(Certificates pair) {
        return new Access(null, new ClientIdentity(pair.keyPem(), pair.certificatePem()));
    }

    @AfterAll
    static void stop() {
        sender.close();
        target.close();
    }

    @Test
    void eachIsKnownByItsOwnCertificateAndKeepsItsOwnConnection() {
        assertThat(client(anna)).isEqualTo("CN=anna");
        assertThat(client(bert)).isEqualTo("CN=bert");
        assertThat(client(anna)).isEqualTo("CN=anna");
        assertThat(client(bert)).isEqualTo("CN=bert");

        assertThat(target.received.subList(target.received.size() - 4, target.received.size()))
                .extracting(GoodTarget.Received::clientPort)
                .satisfies(ports ->
                        assertThat(ports.get(0)).isEqualTo(ports.get(2)).isNotEqualTo(ports.get(1)))
                .satisfies(ports -> assertThat(ports.get(1)).isEqualTo(ports.get(3)));
    }

    @Test
    void whoHasNoCertificateDoesNotUseTheConnectionOfOneWhoHas() {
        client(anna);

        assertThat(send(Access.NONE)).isInstanceOf(Unanswered.class);
    }

    private static String client(Access access) {
        return ((Answered) send(access)).header("X-Client").orElseThrow();
    }

    private static Exchange send(Access access) {
        URI url = URI.create("https://" + HOST + ":" + target.port() + "/in");
        return sender.send("POST", url, Map.of("Content-Type", "text/plain"), new byte[] {'1'}, access);
    }
}
