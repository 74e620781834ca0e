package org.fanfare.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fanfare.batch.BatchOptions;
import org.fanfare.caller.Owner;
import org.fanfare.delivery.AttemptHistory;
import org.fanfare.delivery.Consent;
import org.fanfare.delivery.Recipient;
import org.fanfare.dialect.Auth;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.dialect.WholeEventDialect;
import org.fanfare.event.CloudEvent;
import org.fanfare.event.ContentMode;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Jitter;
import org.fanfare.outcome.Judge;
import org.fanfare.outcome.Outcome;
import org.fanfare.outcome.Progress;
import org.fanfare.outcome.RetryOptions;
import org.fanfare.outcome.RetrySchedule;
import org.fanfare.sending.Access;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.signing.KeyRing;
import org.fanfare.testing.Vectors;
import org.fanfare.traffic.TrafficOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the document on webhooks says of deliveries, rule by rule ({@code sender_delivery} of the vectors). */
class DeliveryAfterHandshakeTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Judge JUDGE = new Judge(
            new RetrySchedule(List.of(Duration.ofSeconds(5))),
            new RetrySchedule(List.of(Duration.ofSeconds(5))),
            new Jitter(0, () -> 0));

    static Stream<String> rules() {
        return Vectors.objects("cloudevents-webhook.json", "sender_delivery").map(rule -> rule.getString("rule"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKept(String rule) {
        switch (rule.substring(0, 9)) {
            case "every del" ->
                assertThat(request(new Auth.None()).headers())
                        .containsEntry("WebHook-Request-Origin", "events.example.org");
            case "POST only" -> {
                OutgoingRequest request = request(new Auth.None());
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.headers()).containsKey("Content-Type");
                assertThat(request.body()).isNotEmpty();
            }
            case "3xx never" -> assertThat(after(307, "0").state()).isEqualTo(DeliveryState.FAILED);
            case "stop send" ->
                assertThat(after(410, "0"))
                        .isInstanceOfSatisfying(
                                Outcome.Settled.class,
                                gone -> assertThat(gone.endsSubscription()).isTrue());
            case "wait unti" -> assertThat(after(429, "120").dueAt()).isEqualTo(NOW.plusSeconds(120));
            case "format no" -> assertThat(after(415, "0").state()).isEqualTo(DeliveryState.FAILED);
            case "token in " ->
                assertThat(request(new Auth.Header("Bearer", "t")).headers())
                        .containsEntry("Authorization", "Bearer t");
            case "no more t" ->
                assertThat(new Consent.Granted("events.example.org", 100).perMinute())
                        .contains(100);
            default -> throw new AssertionError("a rule that nobody looks at: " + rule);
        }
    }

    private static Outcome after(int status, String retryAfter) {
        Answered answer = new Answered(status, Map.of("Retry-After", retryAfter), "", 0, Duration.ofMillis(5));
        return JUDGE.afterExchange(answer, RetryOptions.STANDARD, new Progress(1, null, NOW));
    }

    private static OutgoingRequest request(Auth auth) {
        JsonObjectBuilder attributes = Json.createObjectBuilder()
                .add("specversion", "1.0")
                .add("id", "1")
                .add("source", "/a")
                .add("type", "b");
        JsonObject event = attributes.build();
        byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
        Recipient recipient = new Recipient(
                Owner.named("o"),
                URI.create("https://hooks.example.org/"),
                WholeEventDialect.CLOUDEVENTS_STRUCTURED,
                auth,
                Access.NONE,
                JsonObject.EMPTY_JSON_OBJECT,
                "POST",
                Map.of(),
                KeyRing.EMPTY,
                null,
                RetryOptions.STANDARD,
                TrafficOptions.NONE,
                BatchOptions.STANDARD,
                new Consent.Granted("events.example.org", 100),
                AttemptHistory.STANDARD,
                null);
        return recipient.request(
                "d",
                new CloudEvent(SpecVersion.V1_0, ContentMode.STRUCTURED, event, "application/json", body),
                Instant.EPOCH);
    }
}
