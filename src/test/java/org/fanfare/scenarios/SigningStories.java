package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fanfare.signing.Receiver;
import org.fanfare.testing.Answer;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How deliveries look and how they are signed, as their receivers see it, on whatever database. */
abstract class SigningStories extends Pipeline {

    private static final String GIVEN = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    pacifica                | application/json             | eventID
                    cloudevents-structured  | application/cloudevents+json | eventID
                    cloudevents-binary      | application/json             | destinationTable
                    standard-webhooks       | application/json             | "timestamp":"2026-01-31T12:00:00Z"
                    slack                   | application/json             | {"text":"*org.example.
                    """)
    void eachDialectBringsTheEventInItsForm(String dialect, String contentType, String content) {
        subscribe("\"delivery\": \"%s\"".formatted(dialect));

        JsonObject delivery = awaitDelivery(post(), "delivered");

        ReceivedRequest request = onlyRequest();
        assertThat(request.header("Content-Type")).isEqualTo(contentType);
        assertThat(request.webhookId()).isEqualTo(delivery.getString("id"));
        assertThat(request.text()).contains(content);
        assertThat(request.header("ce-type")).isEqualTo(dialect.equals("cloudevents-binary") ? type : null);
        assertThat(request.header("webhook-signature") != null).isEqualTo(dialect.equals("standard-webhooks"));
    }

    @Test
    void theReferenceLibraryVerifiesADeliveryWithTheSecretThatWasShownOnce() {
        Reply created = subscribe("\"delivery\": \"standard-webhooks\"");
        String path = "/subscriptions/" + created.member("id");
        String secret = secrets(created.json()).get(0);

        JsonObject delivery = awaitDelivery(post(), "delivered");

        assertThat(verifies(secret, onlyRequest())).isTrue();
        assertThat(verifies(GIVEN, onlyRequest())).isFalse();
        assertThat(secret).startsWith("whsec_");
        assertThat(owner.get(path).text() + owner.get("/subscriptions").text() + delivery)
                .doesNotContain("whsec_")
                .contains("\"secret\":\"********\"");
        assertThat(attempt(delivery, 1).getJsonObject("request").getString("headers"))
                .contains("webhook-signature: [redacted]");
        assertThat(owner.put(path, owner.get(path).text()).json())
                .as("an answer that is sent back changes nothing")
                .isEqualTo(owner.get(path).json());
    }

    @Test
    void eachAttemptIsSignedAnewUnderTheSameId() {
        target.answering(Answer.status(500), Answer.status(204));
        subscribe("\"signing\": {\"secret\": \"%s\"}".formatted(GIVEN));

        awaitDelivery(post(), "delivered", 2);

        List<ReceivedRequest> requests = target.requests();
        assertThat(requests).hasSize(2).allMatch(request -> verifies(GIVEN, request));
        assertThat(requests.get(0).webhookId())
                .isEqualTo(requests.get(1).webhookId())
                .doesNotContain(".");
        assertThat(Long.parseLong(requests.get(1).header("webhook-timestamp")))
                .isGreaterThan(Long.parseLong(requests.get(0).header("webhook-timestamp")));
    }

    @Test
    void afterARotationBothKeysVerifyUntilTheOverlapEnds() {
        Reply created = subscribe("\"signing\": {\"schemes\": [\"v1\"]}");
        String rotate = "/subscriptions/" + created.member("id") + "/signing/rotate";
        String old = secrets(created.json()).get(0);

        Reply rotated = owner.call("POST", rotate);
        String young = rotated.json().getJsonArray("keys").getJsonObject(0).getString("secret");
        awaitDelivery(post(), "delivered");

        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        assertThat(rotated.text()).doesNotContain(old);
        assertThat(onlyRequest().header("webhook-signature").split(" ")).hasSize(2);
        assertThat(verifies(old, onlyRequest())).isTrue();
        assertThat(verifies(young, onlyRequest())).isTrue();

        Reply again = owner.post(rotate, "{\"secret\": \"%s\", \"overlap\": \"PT1S\"}".formatted(GIVEN));
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        await().atMost(IN_TIME).until(() -> {
            awaitDelivery(post(), "delivered");
            return !verifies(young, lastRequest());
        });
        assertThat(verifies(old, lastRequest())).isFalse();
        assertThat(verifies(GIVEN, lastRequest())).isTrue();
    }

    @Test
    void receiversVerifyWithThePublishedKeyAlone() throws GeneralSecurityException {
        Reply created =
                subscribe("\"delivery\": \"cloudevents-binary\", \"signing\": {\"schemes\": [\"v1\", \"v1a\"]}");
        String path = "/subscriptions/" + created.member("id");
        String kid = keys(created.json())
                .filter(key -> key.getString("scheme").equals("v1a"))
                .findFirst()
                .orElseThrow()
                .getString("kid");

        awaitDelivery(post(), "delivered");

        ReceivedRequest request = onlyRequest();
        JsonObject published = published(kid).findFirst().orElseThrow();
        assertThat(published.keySet()).containsExactlyInAnyOrder("kty", "crv", "x", "kid", "use", "alg");
        String content = request.webhookId() + "." + request.header("webhook-timestamp") + "." + request.text();
        String signature = Stream.of(request.header("webhook-signature").split(" "))
                .filter(each -> each.startsWith("v1a,"))
                .findFirst()
                .orElseThrow();
        assertThat(Receiver.isEd25519(
                        Base64.getUrlDecoder().decode(published.getString("x")),
                        content.getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode(signature.substring(4))))
                .isTrue();
        assertThat(verifies(secrets(created.json()).get(0), request)).isTrue();
        assertThat(created.text()).doesNotContain("whsk_");

        assertThat(owner.call("POST", path + "/signing/rotate").status()).isEqualTo(200);
        assertThat(published(kid)).as("within the overlap").hasSize(1);
        assertThat(owner.post(path + "/signing/rotate", "{\"overlap\": \"PT0S\"}")
                        .status())
                .isEqualTo(200);
        assertThat(published(kid)).as("after the overlap").isEmpty();
        Set<String> current = kids(owner.get(path).json());
        assertThat(published(null).map(key -> key.getString("kid"))).containsAll(current);
        owner.delete(path);
        assertThat(published(null).map(key -> key.getString("kid"))).doesNotContainAnyElementsOf(current);
    }

    @Test
    void signaturesGoAndComeAsTheOwnerSays() {
        Reply created = subscribe("\"signing\": {\"secret\": \"%s\"}".formatted(GIVEN));
        String path = "/subscriptions/" + created.member("id");

        owner.put(path, body("\"delivery\": \"pacifica\""));
        awaitDelivery(post(), "delivered");
        assertThat(verifies(GIVEN, lastRequest())).as("what is not said stays").isTrue();

        assertThat(owner.put(path, body("\"signing\": null")).text()).doesNotContain("signing");
        awaitDelivery(post(), "delivered");
        assertThat(lastRequest().header("webhook-signature")).isNull();
        assertThat(owner.call("POST", path + "/signing/rotate").status()).isEqualTo(409);

        assertThat(owner.as(SharedFanfare.newUser())
                        .call("POST", path + "/signing/rotate")
                        .status())
                .isEqualTo(404);
        assertThat(owner.put(path, body("\"signing\": {\"schemes\": [\"v3\"]}")).pointers())
                .containsExactly("/config/signing/schemes/0");
        assertThat(owner.post(path + "/signing/rotate", "{\"overlap\": \"soon\"}")
                        .pointers())
                .containsExactly("/overlap");
    }

    @Test
    void onlyOperatorsSealSecretsAnew() {
        subscribe("\"signing\": {\"secret\": \"%s\"}".formatted(GIVEN));

        assertThat(owner.call("POST", "/secrets/rotate").status()).isEqualTo(403);
        Reply rotated = operator.call("POST", "/secrets/rotate");
        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        assertThat(rotated.json().keySet()).containsExactly("sealed", "unreadable", "key");
        assertThat(operator.call("POST", "/secrets/rotate").json().getInt("sealed"))
                .isZero();
    }

    @Test
    void anUnknownDialectIsRefusedWithTheListOfThoseThereAre() {
        Reply refused = owner.post("/subscriptions", body("\"delivery\": \"fax\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/config/delivery");
        assertThat(refused.text())
                .contains("cloudevents-binary, cloudevents-structured, pacifica, slack, standard-webhooks");
    }

    private Reply subscribe(String config) {
        Reply created = owner.post("/subscriptions", body(config));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created;
    }

    private String body(String config) {
        return """
                {"sink": "%s", "protocol": "HTTP", "types": ["%s"], "config": {%s}}""".formatted(target.url(), type, config);
    }

    private ReceivedRequest onlyRequest() {
        assertThat(target.requests()).hasSize(1);
        return lastRequest();
    }

    private ReceivedRequest lastRequest() {
        return target.requests().get(target.requests().size() - 1);
    }

    private Stream<JsonObject> published(String kid) {
        Reply set = producer.get("/.well-known/jwks.json" + (kid == null ? "" : "?kid=" + kid));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        return set.json().getJsonArray("keys").getValuesAs(JsonObject.class).stream();
    }

    private static Stream<JsonObject> keys(JsonObject subscription) {
        return subscription
                .getJsonObject("config")
                .getJsonObject("signing")
                .getJsonArray("keys")
                .getValuesAs(JsonObject.class)
                .stream();
    }

    private static List<String> secrets(JsonObject subscription) {
        return keys(subscription)
                .filter(key -> key.containsKey("secret"))
                .map(key -> key.getString("secret"))
                .toList();
    }

    private static Set<String> kids(JsonObject subscription) {
        return keys(subscription)
                .filter(key -> key.containsKey("kid"))
                .map(key -> key.getString("kid"))
                .collect(Collectors.toSet());
    }

    /** As the reference library sees it, at the time of the test. */
    private static boolean verifies(String secret, ReceivedRequest request) {
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        try {
            new Webhook(secret).verify(request.text(), headers);
            return true;
        } catch (WebhookVerificationException refused) {
            return false;
        }
    }
}
