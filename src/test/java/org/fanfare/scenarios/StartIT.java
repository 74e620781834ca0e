package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.fanfare.testing.FakePolicy;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.PayaraMicroOnly;
import org.fanfare.testing.Posted;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts that are refused say why in their last line; a stop keeps everything for the next start. */
class StartIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    FANFARE_DELIVERY_LEASE    | abc       | fanfare.delivery.lease is 'abc', expected
                    FANFARE_EXPRESSIONS_MAX_NESTING | 4   | fanfare.expressions.max-nesting is '4', expected
                    FANFARE_DATABASE_URL      | mysql://x | fanfare.database.url has to begin with
                    FANFARE_SECRETS_KEYS      | nonsense  | fanfare.secrets.keys is wrong: a key is written as id:base64
                    FANFARE_DESTINATION_ALLOW | 10.0.0.0/99 | fanfare.destination.allow
                    FANFARE_DESTINATION_ALOW  | 10.0.0.0/8 | Did you mean FANFARE_DESTINATION_ALLOW?
                    NOTIFICATIONS_CONFIG      | /no/such.ini | NOTIFICATIONS_CONFIG names /no/such.ini, which cannot be read
                    PEEWEE_URL                | sqlite:///x | PEEWEE_URL names a database of the kind sqlite
                    """)
    @PayaraMicroOnly(because = "it is the launcher that says it last, and ends with 1")
    void aWrongSettingIsNamedInTheLastLine(String variable, String value, String sentence) {
        try (FanfareProcess fanfare = FanfareProcess.begin("wrong-setting", Map.of(variable, value))) {
            assertThat(fanfare.awaitExit()).isEqualTo(1);
            assertThat(fanfare.lastLine()).startsWith("Fanfare cannot start: ").contains(sentence);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FANFARE_DELIVERY_RETRY, nonsense, fanfare.delivery.retry is 'nonsense'",
        "FANFARE_POLCY_URL, http://127.0.0.1:1/, Did you mean FANFARE_POLICY_URL?"
    })
    void aWrongSettingEndsTheProcessWithASentence(String variable, String value, String sentence) {
        try (FanfareProcess fanfare = FanfareProcess.begin("refused-setting", Map.of(variable, value))) {
            assertThat(fanfare.awaitExit()).isNotZero();
            assertThat(fanfare.log().lines())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("Fanfare cannot start: ")
                            .contains(sentence));
        }
    }

    @Test
    @PayaraMicroOnly(because = "it is the launcher that says it last, and ends with 1")
    void aDatabaseThatDoesNotAnswerIsNamedInTheLastLine() throws IOException {
        Map<String, String> settings = Map.of(
                "FANFARE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + closedPort() + "/fanfare",
                "FANFARE_SECRETS_KEYS", "k:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "FANFARE_DATABASE_CONNECT_WAIT", "PT1S",
                "FANFARE_DATABASE_CONNECT_ATTEMPTS", "2");
        try (FanfareProcess fanfare = FanfareProcess.begin("no-database", settings)) {
            assertThat(fanfare.awaitExit()).isEqualTo(1);
            assertThat(fanfare.log()).contains("database not reachable yet");
            assertThat(fanfare.lastLine())
                    .startsWith("Fanfare cannot start: The database does not answer after 2 tries: ");
        }
    }

    @Test
    @PayaraMicroOnly(because = "it is the launcher that says it last, and ends with 1")
    void aSharedDatabaseWithoutASharedKeyIsRefused() throws IOException {
        Map<String, String> settings = Map.of("FANFARE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/fanfare");
        try (FanfareProcess fanfare = FanfareProcess.begin("no-key", settings)) {
            assertThat(fanfare.awaitExit()).isEqualTo(1);
            assertThat(fanfare.lastLine()).startsWith("Fanfare cannot start: it has no key to store secrets with.");
        }
    }

    @Test
    @PayaraMicroOnly(because = "they open their port before the application is there")
    void nobodyIsAnsweredBeforeFanfareIsReady() throws IOException {
        int port = closedPort();
        URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
        try (FanfareProcess fanfare = FanfareProcess.begin("closed-door", port, Map.of())) {
            HttpResponse<String> first = await("the first answer")
                    .atMost(Duration.ofSeconds(240))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> answer(ready), Objects::nonNull);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.body()).contains("\"database\"", "\"queue events\"", "\"queue deliveries\"");
            assertThat(fanfare.log()).doesNotContain("cannot start");
        }
    }

    @Test
    void aStopKeepsSubscriptionsAndHistoryForTheNextStart() {
        String type = Posted.newType();
        try (FakePolicy policy = new FakePolicy();
                FakeTarget target = new FakeTarget();
                FanfareProcess fanfare = FanfareProcess.start("stopped", SharedFanfare.settings(policy))) {
            new Surroundings(fanfare, policy).warmUp();
            FanfareClient client = fanfare.client();
            String path = "/eventmatch/"
                    + client.post("/eventmatch", Wish.ofType(type, target.url()).text())
                            .member("uuid");
            String shown = client.get(path).text();
            String event = client.post("/receive", Posted.event(type)).text();

            fanfare.stop();
            fanfare.restart();

            assertThat(client.get(path).text()).isEqualTo(shown);
            assertThat(client.get("/events/" + event).status()).isEqualTo(200);
        }
    }

    /** Null while nobody listens. */
    private static HttpResponse<String> answer(URI uri) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException nobody) {
            return null;
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
