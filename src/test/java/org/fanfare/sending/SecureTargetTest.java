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
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;
import org.fanfare.testing.Certificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS to a target whose name comes from the URL and whose address from the checked resolver. */
class SecureTargetTest {

    @TempDir
    private static Path directory;

    private static SecureSockets trustingTheTarget;
    private static GoodTarget target;

    @BeforeAll
    static void start() throws Exception {
        KeyStore keys =
                Certificates.selfSigned(directory, "hooks.example.test", "EC").keys();
        trustingTheTarget = SecureSockets.trusting(keys);
        target = GoodTarget.secure(SSLContexts.custom()
                .loadKeyMaterial(keys, Certificates.PASSWORD)
                .build());
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void certificateIsHeldAgainstTheNameInTheUrl() throws Exception {
        assertThat(send("hooks.example.test", trustingTheTarget))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(204));
    }

    @Test
    void certificateOfAnotherNameIsRefused() throws Exception {
        assertTlsFailure(send("other.example.test", trustingTheTarget));
    }

    @Test
    void unknownCertificateIsRefused() throws Exception {
        assertTlsFailure(send("hooks.example.test", SecureSockets.ofThePlatform()));
    }

    private static Exchange send(String host, SecureSockets tls) throws Exception {
        InMemoryDnsResolver lookup = new InMemoryDnsResolver();
        lookup.add(host, InetAddress.getByName("127.0.0.1"));
        Destinations destinations = new Destinations(DestinationSettings.parse("127.0.0.1", "", "true"));
        try (HttpSender sender = HttpSender.open(SenderSettings.defaults(), null, destinations, lookup, tls)) {
            return sender.send(
                    URI.create("https://" + host + ":" + target.port() + "/in"),
                    Map.of("Content-Type", "application/json"),
                    new byte[] {'1'});
        }
    }

    private static void assertTlsFailure(Exchange exchange) {
        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.kind()).isEqualTo(Kind.TLS));
    }
}
