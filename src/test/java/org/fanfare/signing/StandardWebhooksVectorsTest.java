package org.fanfare.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fanfare.testing.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of Standard Webhooks 1.0.0: what we sign, and that the receiver of these tests can be trusted. */
class StandardWebhooksVectorsTest {

    private static final String FILE = "standard-webhooks.json";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIMESTAMP = 1614265330;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    static Stream<Named<JsonObject>> signed() {
        return Vectors.of(FILE, "sign");
    }

    static Stream<Named<JsonObject>> verified() {
        return Vectors.of(FILE, "verify");
    }

    @ParameterizedTest
    @MethodSource("signed")
    void signsAsTheVectorsDo(JsonObject vector) {
        SigningKey key = keyOfAnyLength(vector.getString("secret"));
        byte[] body = vector.getString("body").getBytes(StandardCharsets.UTF_8);

        Map<String, String> headers = Signer.headers(
                List.of(key),
                vector.getString("id"),
                Instant.ofEpochSecond(vector.getInt("timestamp")).plusMillis(999),
                body);

        assertThat(key.scheme().wireName()).isEqualTo(vector.getString("scheme"));
        assertThat(headers)
                .containsEntry("webhook-id", vector.getString("id"))
                .containsEntry("webhook-timestamp", "" + vector.getInt("timestamp"))
                .containsEntry("webhook-signature", vector.getString("signature"));
        if (key instanceof KeyPair pair) {
            assertThat(pair.publicText()).isEqualTo(vector.getString("public"));
            assertThat(pair.secret()).isEqualTo(vector.getString("secret"));
        }
    }

    @ParameterizedTest
    @MethodSource("verified")
    void theReceiverOfTheseTestsJudgesAsTheVectorsDo(JsonObject vector) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "webhook-id",
                ID,
                "webhook-timestamp",
                "" + TIMESTAMP,
                "webhook-signature",
                vector.getString("signature")));
        headers.remove(vector.getString("drop", ""));
        Receiver receiver = new Receiver(SECRET, Instant.ofEpochSecond(TIMESTAMP + vector.getInt("offset_s")));

        assertThat(receiver.accepts(headers, BODY)).isEqualTo(vector.getBoolean("accept"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsk_",
                "whsec_AAECAw==",
                "whsec_plJ3nmyCDGBKInavdOK15jsl",
                "whsk_AAECAw==",
                "no base64!",
                "whsec_ÄÖÜ"
            })
    void whatIsNoKeyIsRefused(String secret) {
        StringBuilder why = new StringBuilder();

        assertThat(SigningKey.read(secret, why::append)).isEmpty();
        assertThat(why.toString()).endsWith(".").doesNotContain("AAECAw");
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void theReferenceLibraryAcceptsOurSignatures(String secret) throws Exception {
        Instant now = Instant.now();

        Map<String, String> headers = Signer.headers(List.of(key(secret)), "018f-1", now, BODY);

        new Webhook(secret).verify(new String(BODY, StandardCharsets.UTF_8), lists(headers));
        assertThat(new Webhook(secret).sign("018f-1", now.getEpochSecond(), new String(BODY, StandardCharsets.UTF_8)))
                .isEqualTo(headers.get("webhook-signature"));
    }

    private static HashMap<String, List<String>> lists(Map<String, String> headers) {
        HashMap<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    /** One of the published vectors has a secret that is shorter than the specification allows. */
    private static SigningKey keyOfAnyLength(String secret) {
        return secret.startsWith("whsk_")
                ? key(secret)
                : new SharedSecret(Base64.getDecoder().decode(secret.replace("whsec_", "")));
    }

    private static SigningKey key(String secret) {
        return SigningKey.read(secret, why -> {
                    throw new AssertionError(why);
                })
                .orElseThrow();
    }
}
