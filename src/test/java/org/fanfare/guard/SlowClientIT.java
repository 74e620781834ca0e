package org.fanfare.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that take their time, more of them than the server has threads, and a page of another site that was granted. */
class SlowClientIT {

    private static final int MORE_THAN_THREADS = 80;
    private static final int SLOW_CLIENTS = 8;
    private static final Duration IN_TIME = Duration.ofSeconds(60);
    private static final String APP = "https://app.example.com";

    private static FanfareProcess fanfare;
    private static List<RawRequest> endless = List.of();

    private List<RawRequest> slow = List.of();
    private final FanfareClient client = fanfare.client();
    private final URI server = fanfare.baseUrl();

    @BeforeAll
    static void start() {
        fanfare = FanfareProcess.start(
                "slow-clients",
                Map.of(
                        "FANFARE_HTTP_PATIENCE",
                        "PT5S",
                        "FANFARE_HTTP_SLOW_CLIENTS",
                        String.valueOf(SLOW_CLIENTS),
                        "FANFARE_CORS_ORIGINS",
                        APP));
        // Their time passes while the other tests run.
        endless = begin("GET /health/live HTTP/1.1\r\nX-");
    }

    @AfterAll
    static void stop() {
        endless.forEach(RawRequest::close);
        fanfare.close();
    }

    @AfterEach
    void close() {
        slow.forEach(RawRequest::close);
    }

    @Test
    void bodiesThatComeDropByDropDoNotKeepOthersWaitingAndHaveAnEnd() {
        slow = begin("POST /receive HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 5000\r\n\r\n{");

        IntStream.range(0, 10).forEach(turn -> {
            slow.forEach(request -> request.send(" "));
            assertThat(client.get("/health/live").status()).isEqualTo(200);
        });

        assertThat(slow).allSatisfy(request -> assertThat(request.readAll()).startsWith("HTTP/1.1 408 "));
    }

    @Test
    void bodiesThatStopDoNotKeepOthersWaitingAndHaveAnEnd() {
        slow = begin("PUT /eventmatch/1 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n5\r\n{");

        assertThat(client.get("/health/live").status()).isEqualTo(200);
        assertThat(slow).allSatisfy(request -> assertThat(request.readFirst()).startsWith("HTTP/1.1 4"));
    }

    @Test
    void headsThatDoNotEndTakeNoThreadAndHaveAnEnd() {
        assertThat(client.get("/health/live").status()).isEqualTo(200);
        assertThat(endless).allSatisfy(request -> assertThat(request.readAll()).doesNotStartWith("HTTP/1.1 2"));
    }

    @Test
    void whoeverDoesNotReadALargeAnswerIsCutOff() {
        RawRequest lazy = RawRequest.to(server, 2048);
        slow = List.of(lazy);
        lazy.send("GET /ui/swagger/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(12));

        await().atMost(IN_TIME)
                .until(() -> fanfare.log()
                        .lines()
                        .anyMatch(line -> line.matches(".* slow client cut off millis=([5-9]|\\d\\d)\\d{3} .*")));

        assertThat(client.get("/health/live").status()).isEqualTo(200);
        assertThat(lazy.readAll()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aGrantedOriginUsesTheServerFromElsewhere() {
        Reply preflight = client.call(
                "OPTIONS",
                "/subscriptions",
                Map.of(
                        "Origin", APP,
                        "Access-Control-Request-Method", "POST",
                        "Access-Control-Request-Headers", "authorization,content-type"),
                BodyPublishers.noBody());
        Reply answer = client.call(
                "POST",
                "/eventmatch",
                Map.of("Origin", APP, "Sec-Fetch-Site", "cross-site", "Content-Type", "application/json"),
                "{}");

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(APP);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("authorization,content-type");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(APP);
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @Test
    void otherOriginsAreGrantedNothingStill() {
        Reply answer = client.call(
                "OPTIONS",
                "/subscriptions",
                Map.of("Origin", APP + ".evil.example", "Access-Control-Request-Method", "POST"),
                BodyPublishers.noBody());

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    private static List<RawRequest> begin(String request) {
        return Stream.generate(() -> RawRequest.to(fanfare.baseUrl()))
                .limit(MORE_THAN_THREADS)
                .peek(one -> one.send(request))
                .toList();
    }
}
