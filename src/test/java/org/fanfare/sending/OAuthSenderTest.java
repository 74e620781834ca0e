package org.fanfare.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fanfare.destination.DestinationSettings;
import org.fanfare.destination.Destinations;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests whose access token is fetched before. */
@Timeout(60)
class OAuthSenderTest {

    private final AtomicInteger given = new AtomicInteger();
    private final HttpSender sender = HttpSender.open(
            SenderSettings.defaults(), new Destinations(DestinationSettings.parse("127.0.0.1", "127.0.0.2", "")));
    private final GoodTarget endpoint = GoodTarget.answering(exchange -> GoodTarget.answer(
            exchange,
            200,
            "{\"access_token\": \"t%d\", \"token_type\": \"Bearer\", \"expires_in\": 600}"
                    .formatted(given.incrementAndGet())
                    .getBytes(UTF_8)));

    OAuthSenderTest() throws IOException {}

    @AfterEach
    void close() {
        sender.close();
        endpoint.close();
    }

    @Test
    void tokenIsFetchedOnceAndSentWithEachRequest() throws IOException {
        try (GoodTarget target = GoodTarget.answering(204)) {
            send(target.uri("/"), endpoint.uri("/token"));
            send(target.uri("/"), endpoint.uri("/token"));

            assertThat(target.received)
                    .extracting(request -> request.headers().getFirst("Authorization"))
                    .containsExactly("Bearer t1", "Bearer t1");
            assertThat(endpoint.received).hasSize(1);
            assertThat(endpoint.received.get(0).headers().getFirst("Authorization"))
                    .isEqualTo("Basic bWU6aHVzaA==");
            assertThat(endpoint.received.get(0).body()).asString().isEqualTo("grant_type=client_credentials&scope=s");
        }
    }

    @Test
    void refusedTokenIsReplacedOnce() throws IOException {
        try (GoodTarget target = GoodTarget.answering(exchange -> {
            boolean isNew = "Bearer t2".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(isNew ? 204 : 401, -1);
        })) {
            assertThat(((Answered) send(target.uri("/"), endpoint.uri("/token"))).status())
                    .isEqualTo(204);
            assertThat(target.received).hasSize(2);
        }
    }

    @Test
    void targetThatRefusesEachTokenIsAskedTwice() throws IOException {
        try (GoodTarget target = GoodTarget.answering(401)) {
            assertThat(((Answered) send(target.uri("/"), endpoint.uri("/token"))).status())
                    .isEqualTo(401);
            assertThat(target.received).hasSize(2);
            assertThat(endpoint.received).hasSize(2);
        }
    }

    @Test
    void nothingIsSentWithoutToken() throws IOException {
        try (GoodTarget target = GoodTarget.answering(204);
                GoodTarget broken = GoodTarget.answering(500)) {
            Unanswered exchange = (Unanswered) send(target.uri("/"), broken.uri("/token"));

            assertThat(exchange.kind()).isEqualTo(Kind.TOKEN);
            assertThat(exchange.message()).isEqualTo("No access token: the token endpoint answered 500.");
            assertThat(target.received).isEmpty();
        }
    }

    @Test
    void tokenEndpointIsGuardedLikeTargets() throws IOException {
        try (GoodTarget target = GoodTarget.answering(204)) {
            URI inner = URI.create("http://127.0.0.2:" + endpoint.port() + "/token");

            assertThat(send(target.uri("/"), inner).summary()).startsWith("No access token.");
            assertThat(endpoint.received).isEmpty();
            assertThat(target.received).isEmpty();
        }
    }

    private Exchange send(URI target, URI tokenEndpoint) {
        OAuthClient client = new OAuthClient(tokenEndpoint, "me", "hush", "s", null, false);
        Map<String, String> headers = Map.of("Content-Type", "text/plain");
        return sender.send("POST", target, headers, new byte[] {'1'}, new Access(client, null));
    }
}
