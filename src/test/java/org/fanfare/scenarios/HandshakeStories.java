package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.fanfare.testing.Answer;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A target is asked for its consent before events go to it (CloudEvents HTTP webhooks, 4), on whatever database. */
abstract class HandshakeStories extends Pipeline {

    private static final String ORIGIN = "events.example.test";
    private static final Answer CONSENT = Answer.of(
            200, Map.of("WebHook-Allowed-Origin", ORIGIN, "WebHook-Allowed-Rate", "100", "Allow", "POST"), "");
    private static final Answer NO_WORD = Answer.status(200);

    @Test
    void nobodyIsAskedUnlessTheSubscriptionWantsIt() {
        subscribe("{}");

        awaitDelivery(post(), "delivered");

        assertThat(target.requests()).hasSize(1);
        assertThat(target.requests().get(0).header("WebHook-Request-Origin")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"offered", "required"})
    void aTargetThatAgreesIsAskedOnceAndToldTheOriginWithEachDelivery(String mode) {
        target.answering(CONSENT, Answer.status(204));

        String path = subscribe("{\"handshake\": \"%s\", \"handshake_rate\": 120}".formatted(mode));
        JsonObject handshake = awaitState(path, "granted");
        awaitDelivery(post(), "delivered");

        assertThat(handshake.getInt("grantedRate")).isEqualTo(100);
        ReceivedRequest question = questions().get(0);
        assertThat(question.path()).isEqualTo("/hook");
        assertThat(question.header("WebHook-Request-Origin")).isEqualTo(ORIGIN);
        assertThat(question.header("WebHook-Request-Rate")).isEqualTo("120");
        assertThat(deliveries().get(0).header("WebHook-Request-Origin")).isEqualTo(ORIGIN);
        assertThat(target.requests()).hasSize(2);
    }

    @Test
    void nothingIsDeliveredBeforeTheConsentThatIsRequiredAndNoAttemptIsUsedUp() {
        target.answering(NO_WORD);
        String path = subscribe("{\"handshake\": \"required\", \"handshake_rate\": 60}");
        awaitState(path, "asked");

        String event = post();
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(onlyDelivery(event).getString("reason", ""))
                        .startsWith("waits for the target's consent"));
        assertThat(deliveries()).isEmpty();

        target.answering(Answer.status(204));
        assertThat(callBack(questions().get(0), "POST", Map.of()).status()).isEqualTo(200);
        JsonObject delivery = awaitDelivery(event, "delivered", 1);
        assertThat(attempt(delivery, 1).getInt("number")).isEqualTo(1);
        assertThat(awaitState(path, "granted").getInt("grantedRate")).isEqualTo(60);
        assertThat(deliveries().get(0).header("WebHook-Request-Origin")).isEqualTo(ORIGIN);
    }

    @ParameterizedTest
    @CsvSource({"GET, 30", "POST, 90"})
    void aCallbackMayNameTheRate(String method, int rate) {
        target.answering(NO_WORD);
        String path = subscribe("{\"handshake\": \"required\", \"handshake_rate\": 60}");
        awaitState(path, "asked");

        Reply thanks = callBack(questions().get(0), method, Map.of("WebHook-Allowed-Rate", Integer.toString(rate)));

        assertThat(thanks.status()).isEqualTo(200);
        assertThat(awaitState(path, "granted").getInt("grantedRate")).isEqualTo(rate);
    }

    @Test
    void aCallbackWithoutTheKeyOrWithAWrongRateIsNone() {
        target.answering(NO_WORD);
        String path = subscribe("{\"handshake\": \"required\"}");
        awaitState(path, "asked");
        String callback = callback(questions().get(0));

        assertThat(producer.get(callback.replaceFirst("\\?.*", "")).status()).isEqualTo(404);
        assertThat(producer.get(callback + "x").status()).isEqualTo(404);
        assertThat(producer.get("/handshakes/1?key=2").status()).isEqualTo(404);
        Reply wrongRate = producer.call("POST", callback, Map.of("WebHook-Allowed-Rate", "0"), "");
        assertThat(wrongRate.status()).isEqualTo(422);
        assertThat(owner.get(path + "/handshake").member("state")).isEqualTo("asked");
    }

    @Test
    void aTargetWithoutSupportIsServedAllTheSameWhereConsentIsOnlyOffered() {
        target.answering(Answer.status(405), Answer.status(204));
        String path = subscribe("{\"handshake\": \"offered\"}");
        awaitState(path, "asked");

        awaitDelivery(post(), "delivered");

        assertThat(deliveries().get(0).header("WebHook-Request-Origin")).isNull();
    }

    @Test
    void aTargetThatCannotAnswerIsAskedAgain() {
        target.answering(Answer.status(503), Answer.drop(), CONSENT);

        String path = subscribe("{\"handshake\": \"required\"}");

        awaitState(path, "granted");
        assertThat(questions()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void anotherTargetIsAskedAnewAndTheSameOneOnRequest() {
        target.answering(CONSENT);
        String path = subscribe("{\"handshake\": \"required\"}");
        awaitState(path, "granted");
        target.answering(NO_WORD);

        assertThat(owner.put(path, body("{\"handshake\": \"required\", \"name\": \"renamed\"}", "/hook"))
                        .status())
                .isEqualTo(200);
        assertThat(owner.get(path + "/handshake").member("state")).isEqualTo("granted");

        owner.put(path, body("{\"handshake\": \"required\"}", "/other"));
        awaitState(path, "asked");
        assertThat(questions()).extracting(ReceivedRequest::path).containsExactly("/hook", "/other");

        target.answering(CONSENT);
        assertThat(owner.post(path + "/handshake", "").status()).isEqualTo(202);
        awaitState(path, "granted");
    }

    @Test
    void handshakeEndsWithTheOptionAndIsShownToTheOwnerOnly() {
        target.answering(CONSENT);
        String path = subscribe("{\"handshake\": \"required\"}");
        awaitState(path, "granted");

        assertThat(producer.get(path + "/handshake").status()).isEqualTo(404);
        owner.put(path, body("{}", "/hook"));
        assertThat(owner.get(path + "/handshake").status()).isEqualTo(404);
        assertThat(owner.post(path + "/handshake", "").status()).isEqualTo(404);
    }

    @Test
    void aSampleWaitsForTheConsentToo() {
        target.answering(NO_WORD);
        String path = subscribe("{\"handshake\": \"required\"}");
        awaitState(path, "asked");

        JsonObject report = owner.post(path.replace("/subscriptions", "/eventmatch") + "/test", "")
                .json();

        assertThat(report.getBoolean("delivered")).isFalse();
        assertThat(report.getString("summary")).startsWith("nothing was sent: waits for the target's consent");
        assertThat(deliveries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"handshake\": \"maybe\"} | {} | /config/handshake",
                "{\"handshake_rate\": 0} | {} | /config/handshake_rate",
                "{\"handshake\": \"offered\"} | {\"method\": \"PUT\"} | /protocolsettings/method"
            })
    void wrongOptionsAreRefused(String config, String settings, String pointer) {
        Reply refused = owner.post(
                "/subscriptions",
                "{\"sink\": \"%s\", \"protocol\": \"HTTP\", \"config\": %s, \"protocolsettings\": %s}"
                        .formatted(target.url(), config, settings));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly(pointer);
    }

    /** The path of a new subscription with this {@code config}. */
    private String subscribe(String config) {
        Reply created = owner.post("/subscriptions", body(config, "/hook"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return "/subscriptions/" + created.member("id");
    }

    private String body(String config, String path) {
        return "{\"sink\": \"%s\", \"protocol\": \"HTTP\", \"types\": [\"%s\"], \"config\": %s}"
                .formatted(target.url(path), type, config);
    }

    private JsonObject awaitState(String path, String state) {
        await().atMost(IN_TIME)
                .untilAsserted(
                        () -> assertThat(owner.get(path + "/handshake").json().getString("state"))
                                .isEqualTo(state));
        return owner.get(path + "/handshake").json();
    }

    private List<ReceivedRequest> questions() {
        return target.requests().stream()
                .filter(request -> request.method().equals("OPTIONS"))
                .toList();
    }

    private List<ReceivedRequest> deliveries() {
        return target.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }

    /** The path under which this Fanfare serves the callback that the target was told of. */
    private static String callback(ReceivedRequest question) {
        String url = question.header("WebHook-Request-Callback");
        assertThat(url).startsWith("https://events.example.test/fanfare/handshakes/");
        URI uri = URI.create(url);
        return uri.getPath().substring("/fanfare".length()) + "?" + uri.getQuery();
    }

    private Reply callBack(ReceivedRequest question, String method, Map<String, String> headers) {
        return producer.call(method, callback(question), headers, "");
    }
}
