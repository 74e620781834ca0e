package org.fanfare.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.testing.SharedFanfare.newUser;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Posted;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says to browsers, and what bodies are refused. */
@ExtendWith(SharedFanfare.class)
class GuardIT {

    private static final String JSON = "application/json";
    private static final String FOREIGN = "https://evil.example";

    private final FanfareClient client;

    GuardIT(Surroundings surroundings) {
        client = surroundings.fanfare().client().as(newUser());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/eventmatch",
                "/nowhere",
                "/openapi",
                "/health/live",
                "/metrics",
                "/problems/invalid",
                "/ui/",
                "/ui/nowhere.x"
            })
    void everyAnswerKeepsBrowsersFromGuessingFramingAndTelling(String path) {
        Reply answer = client.get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; ")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("Strict-Transport-Security"))
                .as("there is no TLS here")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"/eventmatch, no-store", "/nowhere, no-store", "/ui/, no-cache", "/.well-known/jwks.json, max-age=60"})
    void answersAreKeptOnlyWhereTheySaySo(String path, String cacheControl) {
        assertThat(client.get(path).response().headers().allValues("Cache-Control"))
                .containsExactly(cacheControl);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /eventmatch",
        "OPTIONS, /subscriptions",
        "OPTIONS, /eventmatch",
        "OPTIONS, /receive",
        "OPTIONS, /ui/"
    })
    void noOriginIsGrantedAnything(String method, String path) {
        Reply answer = client.call(
                method,
                path,
                Map.of("Origin", FOREIGN, "Access-Control-Request-Method", "POST"),
                BodyPublishers.noBody());

        assertThat(answer.response().headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
    }

    @Test
    void theHandshakeOfProducersIsNotTakenForOneOfBrowsers() {
        Reply answer = client.call(
                "OPTIONS", "/receive", Map.of("WebHook-Request-Origin", "producer.example"), BodyPublishers.noBody());

        assertThat(answer.header("WebHook-Allowed-Origin")).isEqualTo("producer.example");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void pagesOfOtherSitesChangeNothing(String header, String value) {
        Reply answer = client.call(
                "POST",
                "/eventmatch",
                Map.of("Content-Type", JSON, header, value),
                Wish.unfulfilled().text());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.member("type")).isEqualTo("/problems/cross-site");
        assertThat(client.get("/eventmatch").array()).isEmpty();
    }

    @Test
    void pagesOfOtherSitesMayReadWhatBrowsersDoNotShowThem() {
        assertThat(client.call("GET", "/eventmatch", Map.of("Origin", FOREIGN), BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ownPagesChangeWhatTheyLike() {
        Map<String, String> headers = Map.of("Content-Type", JSON, "Sec-Fetch-Site", "same-origin");

        assertThat(client.call("POST", "/eventmatch", headers, "{}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /eventmatch",
        "POST, /subscriptions",
        "POST, /receive",
        "POST, /expressions/test",
    })
    void jsonThatIsNestedTooDeeplyIsRefusedWithTheLimit(String method, String path) {
        String deep = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"data\":"
                + "[".repeat(5000) + "]".repeat(5000) + "}";

        Reply answer = client.call(method, path, Map.of("Content-Type", contentType(path)), deep);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("nested deeper than 200 levels");
    }

    @ParameterizedTest
    @CsvSource({
        "/eventmatch, 1048576",
        "/subscriptions, 1048576",
        "/receive, 1048576",
        "/expressions/test, 1048576",
    })
    void bodiesWithoutALengthAreReadUpToTheLimitOnly(String path, int most) {
        byte[] large = (" ".repeat(most) + "{}").getBytes(java.nio.charset.StandardCharsets.UTF_8);

        Reply answer = client.call(
                "POST",
                path,
                Map.of("Content-Type", contentType(path)),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains(String.valueOf(most));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1001", "limit=0", "limit=-1", "offset=-1", "limit=99999999999"})
    void pagesHaveBounds(String query) {
        assertThat(client.get("/jobs?" + query).status()).isEqualTo(400);
    }

    @Test
    void anEventIsTakenAsDeepAsItMayBe() {
        String data = "[".repeat(199) + "]".repeat(199);
        assertThat(client.call(
                                "POST",
                                "/receive",
                                Map.of(
                                        "Content-Type",
                                        JSON,
                                        "ce-specversion",
                                        "1.0",
                                        "ce-id",
                                        newUser(),
                                        "ce-source",
                                        "s",
                                        "ce-type",
                                        Posted.newType()),
                                data)
                        .status())
                .isEqualTo(202);
    }

    private static String contentType(String path) {
        return path.equals("/receive") ? "application/cloudevents+json" : JSON;
    }
}
