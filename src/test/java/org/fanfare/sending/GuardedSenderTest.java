package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.io.CloseMode;
import org.fanfare.destination.DestinationSettings;
import org.fanfare.destination.Destinations;
import org.fanfare.destination.ForbiddenAddressException;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sender and targets it must not reach. */
@Timeout(30)
class GuardedSenderTest {

    private final List<String> lookups = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://127.1:%d/",
                "http://2130706433:%d/",
                "http://hooks.example.org:%d/"
            })
    void loopbackIsForbiddenUnlessAllowed(String url) throws IOException {
        try (GoodTarget target = GoodTarget.answering(204);
                HttpSender sender = sender("", answers("127.0.0.1"))) {
            assertUnanswered(Kind.FORBIDDEN_ADDRESS, send(sender, url.formatted(target.port())));
            assertThat(target.received).isEmpty();
        }
    }

    @Test
    void refusalDoesNotTellOpenPortsFromClosedOnes() throws IOException {
        try (GoodTarget target = GoodTarget.answering(204);
                HttpSender sender = sender("", answers("127.0.0.1"))) {
            Unanswered open = (Unanswered) send(sender, "http://hooks.example.org:" + target.port());
            Unanswered closed = (Unanswered) send(sender, "http://hooks.example.org:1");

            assertThat(open.message()).isEqualTo(closed.message()).doesNotContain("127.0.0.1");
        }
    }

    @Test
    void oneForbiddenAddressAmongManyIsEnough() throws IOException {
        try (GoodTarget target = GoodTarget.answering(204);
                HttpSender sender = sender("127.0.0.1", answers("127.0.0.1", "10.0.0.1"))) {
            assertUnanswered(Kind.FORBIDDEN_ADDRESS, send(sender, "http://hooks.example.org:" + target.port()));
            assertThat(target.received).isEmpty();
        }
    }

    @Test
    void connectionGoesToTheJudgedAddressAndKeepsTheName() throws IOException {
        try (GoodTarget target = GoodTarget.answering(204);
                HttpSender sender = sender("127.0.0.0/8", answers("127.0.0.1"))) {
            assertAnswered(send(sender, "http://Hooks.Example.org.:" + target.port() + "/in"));

            assertThat(lookups).containsExactly("hooks.example.org");
            assertThat(target.received.get(0).headers().getFirst("Host"))
                    .isEqualTo("hooks.example.org:" + target.port());
        }
    }

    @Test
    void everyNewConnectionIsJudgedAgain() throws IOException {
        Queue<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
        try (GoodTarget target = GoodTarget.answering(exchange -> {
                    exchange.getResponseHeaders().set("Connection", "close");
                    exchange.sendResponseHeaders(204, -1);
                });
                HttpSender sender =
                        sender("127.0.0.1", host -> answers(answers.remove()).resolve(host))) {
            String url = "http://hooks.example.org:" + target.port();

            assertAnswered(send(sender, url));
            assertUnanswered(Kind.FORBIDDEN_ADDRESS, send(sender, url));
            assertThat(target.received).hasSize(1);
        }
    }

    /** The client asks the resolver for literals as well, so the guard holds even if nobody checked the URL before. */
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/", "http://[::1]:1/", "http://[::ffff:10.0.0.1]:1/", "http://127.1:1/"})
    void literalIsJudgedByTheResolverToo(String url) throws Exception {
        HttpPost request = new HttpPost(url);
        TargetConnections connections = TargetConnections.open(
                SenderSettings.defaults(),
                null,
                new Destinations(DestinationSettings.defaults()),
                answers("8.8.8.8").inFull(),
                SecureSockets.ofThePlatform());

        assertThatThrownBy(() -> connections
                        .client()
                        .executeOpen(RoutingSupport.determineHost(request), request, HttpClientContext.create()))
                .isInstanceOf(ForbiddenAddressException.class);
        assertThat(lookups).isEmpty();
        connections.close(CloseMode.IMMEDIATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://hooks.example.org/", "http://user:pw@hooks.example.org/", "http:hooks", "/in"})
    void wrongUrlIsAnOutcome(String url) {
        try (HttpSender sender = sender("", answers("8.8.8.8"))) {
            assertUnanswered(Kind.INVALID_URL, send(sender, url));
        }
    }

    @Test
    void unknownHostIsAnOutcome() {
        Lookup lookup = host -> {
            throw new UnknownHostException(host);
        };
        try (HttpSender sender = sender("", lookup)) {
            assertUnanswered(Kind.DNS, send(sender, "http://hooks.example.org/"));
        }
    }

    @Test
    void lookupThatHangsIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        Lookup lookup = host -> {
            awaitUninterruptibly(never);
            return new InetAddress[0];
        };
        try (HttpSender sender = sender("", lookup)) {
            Exchange exchange = send(sender, "http://hooks.example.org/");

            assertUnanswered(Kind.DNS, exchange);
            assertThat(exchange.elapsed()).isLessThan(Duration.ofSeconds(15));
        } finally {
            never.countDown();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                continue; // the platform's resolver does not heed interrupts either
            }
        }
    }

    private HttpSender sender(String allow, Lookup lookup) {
        SenderSettings settings =
                new SenderSettings(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10), 10, 5, 1000);
        return HttpSender.open(
                settings,
                null,
                new Destinations(DestinationSettings.parse(allow, "", "")),
                lookup.inFull(),
                SecureSockets.ofThePlatform());
    }

    private Lookup answers(String... addresses) {
        return host -> {
            lookups.add(host);
            InetAddress[] answers = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                answers[i] = InetAddress.getByName(addresses[i]);
            }
            return answers;
        };
    }

    private static Exchange send(HttpSender sender, String url) {
        return sender.send(URI.create(url), Map.of("Content-Type", "application/json"), new byte[] {'1'});
    }

    private static void assertAnswered(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Answered.class);
    }

    private static void assertUnanswered(Kind kind, Exchange exchange) {
        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.kind()).isEqualTo(kind));
    }

    /** A name server of the test. */
    private interface Lookup {
        InetAddress[] resolve(String host) throws UnknownHostException;

        default DnsResolver inFull() {
            return new DnsResolver() {
                @Override
                public InetAddress[] resolve(String host) throws UnknownHostException {
                    return Lookup.this.resolve(host);
                }

                @Override
                public String resolveCanonicalHostname(String host) {
                    throw new AssertionError("not needed");
                }
            };
        }
    }
}
