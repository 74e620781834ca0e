package org.fanfare.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.fanfare.destination.DestinationSettings;
import org.fanfare.destination.Destinations;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;
import org.fanfare.sending.GoodTarget.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sender and targets that behave. */
class HttpSenderTest {

    private static final byte[] BODY = "{\"n\":1.0}".getBytes(UTF_8);

    private final HttpSender sender = HttpSender.open(
            SenderSettings.defaults(), new Destinations(DestinationSettings.parse("127.0.0.0/8", "", "")));

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void postsTheBodyByteForByteWithTheHeaders() throws IOException {
        try (GoodTarget target = GoodTarget.answering(202)) {
            Exchange exchange = sender.send(
                    target.uri("/in//x?a=b%20c&d"),
                    Map.of("Content-Type", "application/cloudevents+json", "webhook-id", "m1"),
                    BODY);

            assertThat(exchange)
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answered -> assertThat(answered.status()).isEqualTo(202));
            Received request = target.received.get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.uri()).hasToString("/in//x?a=b%20c&d");
            assertThat(request.body()).isEqualTo(BODY);
            assertThat(request.headers())
                    .containsOnlyKeys(
                            "Content-type", "Webhook-id", "Content-length", "Host", "Connection", "User-agent");
            assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/cloudevents+json");
            assertThat(request.headers().getFirst("Host")).isEqualTo("127.0.0.1:" + target.port());
            assertThat(request.headers().getFirst("User-Agent")).isEqualTo("Fanfare");
        }
    }

    @Test
    void otherMethodsAndEmptyBodiesAreSent() throws IOException {
        try (GoodTarget target = GoodTarget.answering(200)) {
            sender.send("OPTIONS", target.uri(""), Map.of("WebHook-Request-Origin", "fanfare.example"), new byte[0]);

            assertThat(target.received.get(0).method()).isEqualTo("OPTIONS");
            assertThat(target.received.get(0).uri()).hasToString("/");
        }
    }

    @Test
    void headersOfTheConnectionAreTheSendersOwn() throws IOException {
        try (GoodTarget target = GoodTarget.answering(204)) {
            Map<String, String> headers = Map.of(
                    "Host", "evil", "Content-Length", "1", "transfer-encoding", "chunked", "Connection", "close");

            sender.send(target.uri("/"), headers, BODY);

            Received request = target.received.get(0);
            assertThat(request.body()).isEqualTo(BODY);
            assertThat(request.headers().get("Host")).containsExactly("127.0.0.1:" + target.port());
            assertThat(request.headers()).doesNotContainKey("Transfer-encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y\r\nX-Evil", "", "a b", "ä"})
    void headerThatWouldBreakTheHeadIsNotSent(String name) throws IOException {
        try (GoodTarget target = GoodTarget.answering(204)) {
            assertThat(sender.send(target.uri("/"), Map.of(name, "1"), BODY))
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered -> assertThat(unanswered.kind()).isEqualTo(Kind.PROTOCOL));
            assertThat(sender.send(target.uri("/"), Map.of("X", "1\r\nX-Evil: 1"), BODY))
                    .isInstanceOf(Unanswered.class);
            assertThat(target.received).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsAnAnswerAndNotFollowed(int status) throws IOException {
        try (GoodTarget target = GoodTarget.answering(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        })) {
            Answered answered = answered(target, "/in");

            assertThat(answered.status()).isEqualTo(status);
            assertThat(answered.header("location")).contains("/elsewhere");
            assertThat(target.received).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407, 408, 429, 500, 503})
    void failureStatusIsAnAnswerAndNotRepeated(int status) throws IOException {
        try (GoodTarget target = GoodTarget.answering(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=x");
            exchange.sendResponseHeaders(status, -1);
        })) {
            assertThat(answered(target, "/in").status()).isEqualTo(status);
            assertThat(target.received).hasSize(1);
        }
    }

    @Test
    void connectionIsUsedAgainAndCookiesAreNotKept() throws IOException {
        try (GoodTarget target = GoodTarget.answering(exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            GoodTarget.answer(exchange, 200, "ok".getBytes(UTF_8));
        })) {
            for (int i = 0; i < 5; i++) {
                assertThat(answered(target, "/in").bodyExcerpt()).isEqualTo("ok");
            }

            assertThat(target.received).hasSize(5);
            assertThat(target.received)
                    .extracting(Received::clientPort)
                    .containsOnly(target.received.get(0).clientPort());
            assertThat(target.received).noneMatch(request -> request.headers().containsKey("Cookie"));
        }
    }

    @Test
    void longBodyIsReadInPart() throws IOException {
        int max = SenderSettings.defaults().maxResponseBytes();
        try (GoodTarget target = GoodTarget.answering(exchange ->
                GoodTarget.answer(exchange, 200, "x".repeat(10_000_000).getBytes(UTF_8)))) {
            Answered answered = answered(target, "/in");

            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.bodyExcerpt()).hasSize(max);
            assertThat(answered.bodyLength()).isEqualTo(10_000_000);
            assertThat(answered(target, "/again").status()).isEqualTo(200);
        }
    }

    @Test
    void bodyOfExactlyTheLimitKeepsTheConnection() throws IOException {
        byte[] body = "x".repeat(SenderSettings.defaults().maxResponseBytes()).getBytes(UTF_8);
        try (GoodTarget target = GoodTarget.answering(exchange -> GoodTarget.answer(exchange, 200, body))) {
            assertThat(answered(target, "/in").bodyLength()).isEqualTo(body.length);
            answered(target, "/in");

            assertThat(target.received)
                    .extracting(Received::clientPort)
                    .containsOnly(target.received.get(0).clientPort());
        }
    }

    @Test
    void compressedBodyStaysCompressed() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        try (GoodTarget target = GoodTarget.answering(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            GoodTarget.answer(exchange, 200, bomb);
        })) {
            Answered answered = answered(target, "/in");

            assertThat(answered.bodyExcerpt()).isEmpty();
            assertThat(answered.bodyLength()).isEqualTo(bomb.length);
            assertThat(target.received.get(0).headers()).doesNotContainKey("Accept-encoding");
        }
    }

    @Test
    void excerptIsTextInTheCharsetOfTheAnswerWithoutControlCharacters() throws IOException {
        try (GoodTarget target = GoodTarget.answering(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=ISO-8859-1");
            GoodTarget.answer(exchange, 200, new byte[] {'a', (byte) 0xe9, 0, 0x1b, '\n'});
        })) {
            assertThat(answered(target, "/in").bodyExcerpt()).isEqualTo("aé\uFFFD\uFFFD\n");
        }
    }

    private Answered answered(GoodTarget target, String path) {
        return (Answered) sender.send(target.uri(path), Map.of("Content-Type", "application/json"), BODY);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }
}
