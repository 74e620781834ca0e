package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.Posted;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets that misbehave, and subscriptions that change while they do. */
@ExtendWith(SharedFanfare.class)
class TroubledTargetIT extends Pipeline {

    @ParameterizedTest
    @ValueSource(strings = {"closes", "hangs"})
    void aTargetThatFailsOnceIsTriedAgain(String targetThat) {
        target.answering(targetThat.equals("closes") ? Answer.drop() : Answer.hang(), Answer.status(200));
        subscribe();

        JsonObject delivery = awaitDelivery(post(), "delivered", 2);

        assertThat(target.requests()).hasSize(2);
        assertThat(target.requests()).extracting(ReceivedRequest::webhookId).containsOnly(delivery.getString("id"));
        assertThat(attempt(delivery, 1).containsKey("response")).isFalse();
        assertThat(attempt(delivery, 1).getString("error")).isNotBlank();
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        try (FakeTarget elsewhere = new FakeTarget()) {
            target.answering(Answer.redirect(elsewhere.url().toString()));
            subscribe();

            JsonObject delivery = awaitDelivery(post(), "failed", 1);

            assertThat(delivery.getString("reason")).contains("302");
            assertThat(attempt(delivery, 1).getJsonObject("response").getString("headers"))
                    .contains("Location: " + elsewhere.url());
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void nobodyThereIsAFailedAttemptToo() throws IOException {
        subscribe(owner, Wish.ofType(type, URI.create("http://127.0.0.1:" + closedPort() + "/hook")));

        JsonObject delivery = awaitDelivery(post(), "failed", 4);

        assertThat(delivery.getString("reason")).contains("refused the connection");
        assertThat(attempt(delivery, 1).getString("error")).contains("refused the connection");
    }

    @Test
    void oneSlowTargetHoldsUpNoOther() {
        String slow = Posted.newType();
        target.answering(Answer.hang());
        try (FakeTarget quick = new FakeTarget()) {
            subscribe(owner, Wish.ofType(slow, target.url()));
            subscribe(owner, Wish.ofType(type, quick.url()));
            List<String> held = List.of(post(Posted.event(slow)), post(Posted.event(slow)), post(Posted.event(slow)));
            await().atMost(IN_TIME)
                    .untilAsserted(() -> assertThat(target.requests()).hasSizeGreaterThanOrEqualTo(3));

            awaitDelivery(post(), "delivered");

            assertThat(held)
                    .allSatisfy(event ->
                            assertThat(onlyDelivery(event).getString("state")).isEqualTo("pending"));
        }
    }

    @Test
    void aDeletedSubscriptionIsOwedNothingMore() {
        target.answering(Answer.status(500));
        String path = subscribe();
        String event = post();
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(target.requests()).isNotEmpty());

        assertThat(owner.delete(path).status()).isEqualTo(200);

        await().atMost(IN_TIME)
                .untilAsserted(
                        () -> assertThat(onlyDelivery(event).getString("state")).isEqualTo("cancelled"));
        assertThat(onlyDelivery(event).getString("reason")).contains("deleted");
        assertThat(target.requests()).hasSizeLessThan(4);
    }

    @Test
    void aChangeCountsFromTheNextAttemptOn() {
        try (FakeTarget repaired = new FakeTarget()) {
            target.answering(Answer.status(404));
            String path = subscribe();
            String event = post();
            await().atMost(IN_TIME)
                    .untilAsserted(() -> assertThat(target.requests()).isNotEmpty());

            owner.put(path, "{\"target_url\": \"" + repaired.url() + "\"}");

            await().atMost(IN_TIME)
                    .untilAsserted(() ->
                            assertThat(onlyDelivery(event).getString("state")).isEqualTo("delivered"));
            assertThat(repaired.requests()).hasSize(1);
            assertThat(repaired.requests().get(0).webhookId())
                    .isEqualTo(target.requests().get(0).webhookId());
        }
    }

    @Test
    void retriesWaitAsLongAsTheScheduleSays() {
        target.answering(Answer.status(503), Answer.status(503), Answer.status(200));
        subscribe();

        awaitDelivery(post(), "delivered", 3);

        List<ReceivedRequest> requests = target.requests();
        for (int i = 1; i < requests.size(); i++) {
            assertThat(Duration.between(
                            requests.get(i - 1).at(), requests.get(i).at()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(990));
        }
    }

    @Test
    void aUrlThatGrowsWhenItsSecretsAreRedactedIsStillRecorded() {
        String query = "?" + "sig=a&".repeat(300);
        subscribe(owner, Wish.ofType(type, target.url("/hook" + query.substring(0, query.length() - 1))));

        JsonObject delivery = awaitDelivery(post(), "delivered");

        assertThat(attempt(delivery, 1).getJsonObject("request").getString("url"))
                .contains("sig=[redacted]")
                .doesNotContain("sig=a");
        assertThat(target.requests()).hasSize(1);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
