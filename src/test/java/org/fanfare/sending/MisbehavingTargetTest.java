package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.fanfare.destination.DestinationSettings;
import org.fanfare.destination.Destinations;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sender and targets that break off, dawdle, or do not speak HTTP. None may hold it or make it throw.
 *
 * <p>A sender here is hasty only in what its test is about; on a busy machine any other short timeout strikes first.
 */
@Timeout(60)
class MisbehavingTargetTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private static final Duration LONG = Duration.ofSeconds(20);

    private static final Duration SHORT = Duration.ofSeconds(2);

    private final HttpSender sender = sender(LONG, LONG, LONG, 5);
    private final HttpSender hastyToConnect = sender(SHORT, LONG, LONG, 1);
    private final HttpSender hastyInSilence = sender(LONG, SHORT, LONG, 5);
    private final HttpSender hastyInAll = sender(LONG, LONG, SHORT, 5);

    private static HttpSender sender(Duration connect, Duration response, Duration total, int maxPerRoute) {
        return HttpSender.open(
                new SenderSettings(connect, response, total, 10, maxPerRoute, 1000),
                new Destinations(DestinationSettings.parse("127.0.0.0/8", "", "")));
    }

    @AfterEach
    void close() {
        sender.close();
        hastyToConnect.close();
        hastyInSilence.close();
        hastyInAll.close();
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertUnanswered(Kind.CONNECT_REFUSED, sender.send(URI.create("http://127.0.0.1:" + port), Map.of(), body(1)));
    }

    @Test
    void connectionIsReset() throws IOException {
        try (RawTarget target = RawTarget.that(socket -> {
            RawTarget.readHead(socket);
            socket.setSoLinger(true, 0);
        })) {
            assertUnanswered(Kind.CONNECTION_RESET, send(target));
            assertThat(target.connections).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n",
                "HTTP/1.1 200 OK\r\nX: y"
            })
    void connectionIsClosedBeforeTheHeadIsWhole(String beginning) throws IOException {
        try (RawTarget target = RawTarget.thatSays(beginning)) {
            assertUnanswered(Kind.CONNECTION_RESET, send(target));
            assertThat(target.connections).hasValue(1);
        }
    }

    @Test
    void headNeverComes() throws IOException {
        try (RawTarget target = RawTarget.that(RawTarget::beSilent)) {
            assertUnanswered(Kind.READ_TIMEOUT, send(hastyInSilence, target));
        }
    }

    @Test
    void headDripsLongerThanTheTotalTimeout() throws IOException {
        try (RawTarget target = RawTarget.that(socket -> {
            RawTarget.say(socket, OK + "X: ");
            RawTarget.drip(socket, "x", 100);
        })) {
            Exchange exchange = send(hastyInAll, target);

            assertUnanswered(Kind.READ_TIMEOUT, exchange);
            assertThat(exchange.elapsed()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(15));
        }
    }

    @Test
    void interimAnswersDripLongerThanTheTotalTimeout() throws IOException {
        try (RawTarget target =
                RawTarget.that(socket -> RawTarget.drip(socket, "HTTP/1.1 103 Early Hints\r\n\r\n", 50))) {
            assertUnanswered(Kind.READ_TIMEOUT, send(hastyInAll, target));
        }
    }

    @Test
    void bodyDripsLongerThanTheTotalTimeout() throws IOException {
        try (RawTarget target = RawTarget.that(socket -> {
            RawTarget.say(socket, OK + "Content-Length: 900\r\n\r\n");
            RawTarget.drip(socket, "x", 100);
        })) {
            Answered answered = assertAnswered(send(hastyInAll, target));

            assertThat(answered.bodyExcerpt()).startsWith("x").hasSizeLessThan(900);
            assertThat(answered.bodyLength()).isEqualTo(900);
            assertThat(answered.elapsed()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(15));
        }
    }

    @Test
    void bodyStalls() throws IOException {
        try (RawTarget target = RawTarget.that(socket -> {
            RawTarget.say(socket, OK + "Content-Length: 900\r\n\r\nabc");
            RawTarget.beSilent(socket);
        })) {
            assertThat(assertAnswered(send(hastyInSilence, target)).bodyExcerpt())
                    .isEqualTo("abc");
        }
    }

    @Test
    void bodyNeverEnds() throws IOException {
        try (RawTarget target = RawTarget.that(socket -> {
            RawTarget.say(socket, OK + "Transfer-Encoding: chunked\r\n\r\n");
            RawTarget.drip(socket, "4\r\nabcd\r\n", 0);
        })) {
            Answered answered = assertAnswered(send(target));

            assertThat(answered.bodyExcerpt()).hasSize(1000);
            assertThat(answered.bodyLength()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 900\r\n\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nnonsense\r\n"
            })
    void bodyIsCutAfterAWholeHead(String rest) throws IOException {
        try (RawTarget target = RawTarget.thatSays(OK + rest)) {
            Answered answered = assertAnswered(send(target));

            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.bodyExcerpt()).isEqualTo("abc");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 two hundred\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"
            })
    void answerIsNotHttp(String answer) throws IOException {
        try (RawTarget target = RawTarget.thatSays(answer.repeat(20))) {
            assertUnanswered(Kind.PROTOCOL, send(target));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "X: 1\r\n"})
    void headNeverEnds(String piece) throws IOException {
        try (RawTarget target = RawTarget.that(socket -> {
            RawTarget.say(socket, OK + "A: ");
            RawTarget.drip(socket, piece, 0);
        })) {
            assertUnanswered(Kind.PROTOCOL, send(target));
        }
    }

    @Test
    void requestIsNeverRead() throws IOException {
        // The target sleeps, the test does not: it ends when the sender gives up.
        try (RawTarget target = RawTarget.that(socket -> Thread.sleep(50_000))) {
            assertUnanswered(Kind.READ_TIMEOUT, hastyInAll.send(target.uri(), Map.of(), body(50_000_000)));
        }
    }

    @Test
    void tlsAnsweredInPlainText() throws IOException {
        try (RawTarget target = RawTarget.that(socket -> RawTarget.say(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            assertUnanswered(Kind.TLS, sender.send(target.uri("https"), Map.of(), body(1)));
        }
    }

    @Test
    void tlsHandshakeIsNotAnswered() throws IOException {
        try (RawTarget target = RawTarget.that(RawTarget::beSilent)) {
            Exchange exchange = hastyToConnect.send(target.uri("https"), Map.of(), body(1));

            assertUnanswered(Kind.CONNECT_TIMEOUT, exchange);
        }
    }

    @Test
    void silentTargetTakesNoConnectionOfAnother() throws IOException {
        try (RawTarget silent = RawTarget.that(RawTarget::beSilent);
                RawTarget quick = RawTarget.thatSays(OK + "Content-Length: 0\r\n\r\n")) {
            CompletableFuture<Exchange> held =
                    CompletableFuture.supplyAsync(() -> hastyToConnect.send(silent.uri(), Map.of(), body(1)));
            await().until(() -> silent.connections.get() == 1);

            assertUnanswered(Kind.OTHER, hastyToConnect.send(silent.uri(), Map.of(), body(1)));
            assertAnswered(hastyToConnect.send(quick.uri(), Map.of(), body(1)));
            assertThat(held).isNotDone();

            hastyToConnect.close();
            assertThat(held.join()).isInstanceOf(Unanswered.class);
        }
    }

    private Exchange send(RawTarget target) {
        return send(sender, target);
    }

    private static Exchange send(HttpSender sender, RawTarget target) {
        return sender.send(target.uri(), Map.of("Content-Type", "application/json"), body(2));
    }

    private static byte[] body(int length) {
        return new byte[length];
    }

    private static Answered assertAnswered(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Answered.class);
        return (Answered) exchange;
    }

    private static void assertUnanswered(Kind kind, Exchange exchange) {
        assertThat(exchange).isInstanceOfSatisfying(Unanswered.class, unanswered -> {
            assertThat(unanswered.kind()).isEqualTo(kind);
            assertThat(unanswered.message()).endsWith(".");
        });
    }
}
