package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.JsonTexts;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deliveries with access tokens that Fanfare fetches (RFC 6749, 4.4). */
@ExtendWith(SharedFanfare.class)
class TokenIT extends Pipeline {

    private final FakeTarget endpoint = new FakeTarget().answering(token("one"), token("two"));

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void aTokenIsFetchedOnceAndUsedForAllDeliveries() {
        subscribe(owner, wish());

        awaitDelivery(post(), "delivered");
        awaitDelivery(post(), "delivered");

        assertThat(target.requests())
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer one", "Bearer one");
        assertThat(endpoint.requests()).hasSize(1);
        ReceivedRequest question = endpoint.requests().get(0);
        assertThat(question.header("Authorization")).isEqualTo("Basic bWU6aHVzaA==");
        assertThat(question.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(question.text()).isEqualTo("grant_type=client_credentials&scope=" + type);
    }

    @Test
    void aTokenThatIsRefusedIsReplacedWithinTheSameAttempt() {
        target.answering(Answer.status(401), Answer.status(204));
        subscribe(owner, wish());

        awaitDelivery(post(), "delivered", 1);

        assertThat(target.requests())
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void anEndpointThatFailsIsAFailedAttemptThatIsRepeated() {
        endpoint.answering(Answer.of(400, Map.of(), "{\"error\": \"invalid_client\"}"), token("one"));
        subscribe(owner, wish());

        JsonObject delivery = awaitDelivery(post(), "delivered", 2);

        assertThat(attempt(delivery, 1).getString("error"))
                .isEqualTo("No access token: the token endpoint answered 400 (invalid_client).");
        assertThat(delivery.toString()).doesNotContain("hush");
    }

    @Test
    void aSampleIsLetInLikeADelivery() {
        String path = subscribe(owner, wish());

        assertThat(owner.post(path + "/test", "").json().getBoolean("delivered"))
                .isTrue();

        assertThat(target.requests().get(0).header("Authorization")).isEqualTo("Bearer one");
    }

    @Test
    void theSecretIsShownToNobodyAndLeftByItsMask() {
        Reply created = owner.post("/eventmatch", wish().text());
        String path = "/eventmatch/" + created.member("uuid");
        Reply shown = owner.get(path);

        assertThat(created.text()).doesNotContain("hush").contains("********");
        assertThat(shown.text()).doesNotContain("hush").contains("********");
        assertThat(owner.put(path, shown.text()).text()).doesNotContain("hush");
        awaitDelivery(post(), "delivered");
        assertThat(endpoint.requests().get(0).header("Authorization")).isEqualTo("Basic bWU6aHVzaA==");
    }

    @Test
    void subscriptionsSayItInTheirConfig() {
        Reply created = owner.post("/subscriptions", subscription(auth("hush")));
        String path = "/subscriptions/" + created.member("id");
        JsonObject shown = owner.get(path).json();

        assertThat(created.text()).doesNotContain("hush");
        assertThat(shown).doesNotContainKey("sinkcredential");
        assertThat(shown.getJsonObject("config").getJsonObject("auth")).isEqualTo(JsonTexts.object(auth("********")));
        assertThat(owner.put(path, shown.toString()).status()).isEqualTo(200);
        awaitDelivery(post(), "delivered");
        assertThat(target.requests().get(0).header("Authorization")).isEqualTo("Bearer one");

        assertThat(owner.put(path, subscription("null")).json().getJsonObject("config"))
                .doesNotContainKey("auth");
    }

    @Test
    void whatCannotWorkIsRefusedAtItsPlace() {
        assertThat(owner.post("/subscriptions", subscription(auth("********"))).pointers())
                .containsExactly("/config/auth/oauth2/client_secret");
        assertThat(owner.post("/subscriptions", subscription(auth("hush").replace("127.0.0.1", "10.0.0.1")))
                        .pointers())
                .containsExactly("/config/auth/oauth2/token_url");
        assertThat(owner.post(
                                "/eventmatch",
                                Wish.unfulfilled()
                                        .withJson("auth", auth("********"))
                                        .text())
                        .pointers())
                .containsExactly("/auth/oauth2/client_secret");
        assertThat(owner.post(
                                "/eventmatch",
                                Wish.unfulfilled()
                                        .withJson("auth", auth("hush").replace("http:", "ftp:"))
                                        .text())
                        .pointers())
                .containsExactly("/auth/oauth2/token_url");
    }

    private Wish wish() {
        return Wish.ofType(type, target.url()).withJson("auth", auth("hush"));
    }

    private String subscription(String auth) {
        return "{\"sink\": \"%s\", \"protocol\": \"HTTP\", \"types\": [\"%s\"], \"config\": {\"auth\": %s}}"
                .formatted(target.url(), type, auth);
    }

    /** The scope is of this test alone, so that no other test has its token. */
    private String auth(String secret) {
        return """
                {"type": "oauth2", "oauth2": {"token_url": "%s", "client_id": "me", "client_secret": "%s", "scope": "%s"}}""".formatted(endpoint.url("/token"), secret, type);
    }

    private static Answer token(String token) {
        return Answer.of(
                200,
                Map.of("Content-Type", "application/json"),
                "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 3600}".formatted(token));
    }
}
