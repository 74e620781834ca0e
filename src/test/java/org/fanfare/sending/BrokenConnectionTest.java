package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fanfare.destination.DestinationSettings;
import org.fanfare.destination.Destinations;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;
import org.fanfare.sending.RawTarget.Conduct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kept-alive connections that the target ends just when they are used again (RFC 9112, 9.3.1). */
@Timeout(60)
class BrokenConnectionTest {

    private static final String KEPT = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final Conduct ANSWERS_ONCE = socket -> {
        answer(socket);
        RawTarget.readHead(socket);
    };

    private final HttpSender sender = sender(Duration.ofSeconds(20));
    private final HttpSender hastyInSilence = sender(Duration.ofSeconds(2));

    private static HttpSender sender(Duration response) {
        Duration ample = Duration.ofSeconds(20);
        return HttpSender.open(
                new SenderSettings(ample, response, ample, 10, 5, 1000),
                new Destinations(DestinationSettings.parse("127.0.0.0/8", "", "")));
    }

    @AfterEach
    void close() {
        sender.close();
        hastyInSilence.close();
    }

    @Test
    void requestIsRepeatedOnceOnAFreshConnection() throws IOException {
        try (RawTarget target = RawTarget.that(ANSWERS_ONCE)) {
            assertThat(send(target).isRepeated()).isFalse();

            Exchange second = send(target);

            assertThat(second).isInstanceOf(Answered.class);
            assertThat(second.isRepeated()).isTrue();
            assertThat(target.connections).hasValue(2);
        }
    }

    @Test
    void freshConnectionOfARepetitionIsKeptForOthers() throws IOException {
        try (RawTarget target = inTurn(ANSWERS_ONCE, BrokenConnectionTest::answerAlways)) {
            send(target);
            assertThat(send(target).isRepeated()).isTrue();

            Exchange third = send(target);

            assertThat(third).isInstanceOf(Answered.class);
            assertThat(third.isRepeated()).isFalse();
            assertThat(target.connections).hasValue(2);
        }
    }

    @Test
    void resetIsRepeatedLikeAnEnd() throws IOException {
        Conduct answersAndResets = socket -> {
            answer(socket);
            RawTarget.readHead(socket);
            socket.setSoLinger(true, 0);
        };
        try (RawTarget target = inTurn(answersAndResets, BrokenConnectionTest::answerAlways)) {
            send(target);

            assertThat(send(target)).isInstanceOf(Answered.class).matches(Exchange::isRepeated);
        }
    }

    @Test
    void repetitionThatFailsIsNotRepeated() throws IOException {
        try (RawTarget target = inTurn(ANSWERS_ONCE, RawTarget::readHead)) {
            send(target);

            Exchange second = send(target);

            assertReset(second);
            assertThat(second.isRepeated()).isTrue();
            assertThat(target.connections).hasValue(2);
        }
    }

    @Test
    void nothingIsRepeatedOnAFreshConnection() throws IOException {
        try (RawTarget target = RawTarget.that(RawTarget::readHead)) {
            Exchange exchange = send(target);

            assertReset(exchange);
            assertThat(exchange.isRepeated()).isFalse();
            assertThat(target.connections).hasValue(1);
        }
    }

    @Test
    void nothingIsRepeatedAfterTheFirstByteOfAnAnswer() throws IOException {
        try (RawTarget target = RawTarget.that(socket -> {
            answer(socket);
            RawTarget.readHead(socket);
            RawTarget.say(socket, "H");
        })) {
            send(target);

            Exchange exchange = send(target);

            assertReset(exchange);
            assertThat(exchange.isRepeated()).isFalse();
            assertThat(target.connections).hasValue(1);
        }
    }

    @Test
    void silenceIsNotRepeated() throws IOException {
        try (RawTarget target = RawTarget.that(socket -> {
            answer(socket);
            RawTarget.beSilent(socket);
        })) {
            hastyInSilence.send(target.uri(), Map.of(), new byte[0]);

            Exchange exchange = hastyInSilence.send(target.uri(), Map.of(), new byte[0]);

            assertThat(((Unanswered) exchange).kind()).isEqualTo(Kind.READ_TIMEOUT);
            assertThat(exchange.isRepeated()).isFalse();
            assertThat(target.connections).hasValue(1);
        }
    }

    private static RawTarget inTurn(Conduct... conducts) {
        AtomicInteger connections = new AtomicInteger();
        List<Conduct> all = List.of(conducts);
        return RawTarget.that(socket ->
                all.get(Math.min(connections.getAndIncrement(), all.size() - 1)).serve(socket));
    }

    private static void answer(Socket socket) throws IOException {
        RawTarget.readHead(socket);
        RawTarget.say(socket, KEPT);
    }

    private static void answerAlways(Socket socket) throws IOException {
        while (!socket.isClosed()) {
            answer(socket);
        }
    }

    private Exchange send(RawTarget target) {
        return sender.send(target.uri(), Map.of(), new byte[0]);
    }

    private static void assertReset(Exchange exchange) {
        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.kind()).isEqualTo(Kind.CONNECTION_RESET));
    }
}
