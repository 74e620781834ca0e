package org.fanfare.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;
import org.fanfare.testing.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {

    private static final String ORIGIN = "events.example.org";

    static Stream<Named<JsonObject>> handshakes() {
        return Vectors.of("cloudevents-webhook.json", "sender_handshake");
    }

    @ParameterizedTest
    @MethodSource("handshakes")
    void answerIsReadAsTheVectorsSay(JsonObject vector) {
        JsonObject request = vector.getJsonObject("request");
        boolean hasCallback = request.containsKey("WebHook-Request-Callback");
        Decision decision = Decision.of(
                answer(vector.getJsonObject("response")),
                request.getString("WebHook-Request-Origin"),
                request.containsKey("WebHook-Request-Rate"));

        String outcome = vector.getString("outcome");
        if (outcome.startsWith("granted")) {
            Integer rate = vector.get("rate_per_minute") instanceof JsonNumber number ? number.intValue() : null;
            assertThat(decision).isEqualTo(new Decision.Granted(rate));
        } else {
            assertThat(outcome).matches("(not granted|pending until|invalid rate: treat as not granted).*");
            assertThat(hasCallback).isEqualTo(outcome.startsWith("pending until"));
            assertThat(decision).isInstanceOf(Decision.NotGranted.class);
        }
    }

    private static Exchange answer(JsonObject response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.getJsonObject("headers").forEach((name, value) -> headers.put(name, ((JsonString) value).getString()));
        return answer(response.getInt("status"), headers);
    }

    private static Exchange answer(int status, Map<String, String> headers) {
        return new Answered(status, headers, "", 0, Duration.ofMillis(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void targetThatCannotAnswerNowIsAskedAgain(int status) {
        assertThat(Decision.of(answer(status, Map.of()), ORIGIN, false)).isInstanceOf(Decision.Unknown.class);
    }

    @Test
    void silenceIsNoDecision() {
        Exchange silence = new Unanswered(Kind.DNS, "The target's host name could not be resolved.", Duration.ZERO);

        assertThat(Decision.of(silence, ORIGIN, false))
                .isEqualTo(new Decision.Unknown("The target's host name could not be resolved."));
    }

    @Test
    void rateThatWasAskedForMustBeNamed() {
        Exchange answer = answer(200, Map.of("WebHook-Allowed-Origin", "*"));

        assertThat(Decision.of(answer, ORIGIN, true)).isInstanceOf(Decision.NotGranted.class);
        assertThat(Decision.of(answer, ORIGIN, false)).isEqualTo(new Decision.Granted(null));
    }

    @Test
    void originIsComparedAsTheDnsNameItIs() {
        Exchange answer = answer(200, Map.of("webhook-allowed-origin", "Events.Example.ORG"));

        assertThat(Decision.of(answer, ORIGIN, false)).isEqualTo(new Decision.Granted(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "000", "-1", "1.5", "ten", "1 0", "**"})
    void whatIsNoPositiveNumberIsNoRate(String text) {
        assertThat(Rate.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "' 120 ',120", "0120,120", "999999999,999999999", "1000000000,", "99999999999999999999,", "*,"})
    void positiveNumberIsARate(String text, Integer perMinute) {
        assertThat(Rate.read(text)).contains(new Rate(perMinute));
    }

    @Test
    void questionNamesOriginRateAndCallback() {
        UUID id = UUID.fromString("0190a6e0-0000-7000-8000-000000000000");
        Question question = new Question(id, 1, ORIGIN, 120, "k3y");
        HandshakeSettings settings = settings(URI.create("https://events.example.org/fanfare/"));

        assertThat(question.headers(settings))
                .containsEntry("WebHook-Request-Origin", ORIGIN)
                .containsEntry("WebHook-Request-Rate", "120")
                .containsEntry(
                        "WebHook-Request-Callback", "https://events.example.org/fanfare/handshakes/" + id + "?key=k3y");
        assertThat(new Question(id, 1, ORIGIN, null, "k3y").headers(settings(null)))
                .containsOnlyKeys("WebHook-Request-Origin");
        assertThat(question.toString()).doesNotContain("k3y");
    }

    private static HandshakeSettings settings(URI callbackBase) {
        return new HandshakeSettings(ORIGIN, callbackBase, 6, List.of(Duration.ofSeconds(1)), Duration.ofSeconds(1));
    }

    @Test
    void keyFitsItsOwnHashOnly() {
        String key = CallbackKey.generate();

        assertThat(key).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(CallbackKey.generate());
        assertThat(CallbackKey.fits(key, CallbackKey.hash(key))).isTrue();
        assertThat(CallbackKey.fits(key + "x", CallbackKey.hash(key))).isFalse();
        assertThat(CallbackKey.hash(key)).doesNotContain(key);
    }
}
