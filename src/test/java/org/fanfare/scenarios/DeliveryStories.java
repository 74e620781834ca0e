package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fanfare.testing.Answer;
import org.fanfare.testing.JsonTexts;
import org.fanfare.testing.Posted;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an event to its target (pacifica.md, 4, and what Fanfare does differently), on whatever database. */
abstract class DeliveryStories extends Pipeline {

    @Test
    void anEventReachesItsSubscriberAsThePacificaServiceSendsIt() {
        String path = subscribe();
        String event = """
                {"cloudEventsVersion": "0.1", "eventType": "%1$s", "source": "/%1$s", "eventID": "1", "data": [1.0]}""".formatted(type);

        JsonObject delivery = awaitDelivery(post(event), "delivered");

        assertThat(target.requests()).hasSize(1);
        ReceivedRequest request = target.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/hook");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("Authorization")).isNull();
        assertThat(request.webhookId()).isEqualTo(delivery.getString("id"));
        assertThat(request.text())
                .as("the whole event, and extensions at its end")
                .startsWith(event.substring(0, event.length() - 1))
                .matches("(?s).*\"data\": \\[1\\.0\\], ?\"extensions\": ?\\{\\}\\}");
        assertThat("/eventmatch/" + delivery.getString("subscription")).isEqualTo(path);
        assertThat(delivery.containsKey("dueAt")).isFalse();
        assertThat(attempt(delivery, 1).getJsonObject("response").getInt("status"))
                .isEqualTo(204);
        assertThat(attempt(delivery, 1).getJsonObject("request").getInt("length"))
                .isEqualTo(request.body().length);
        assertThat(owner.get(path + "/deliveries").array()).containsExactly(delivery);
    }

    @Test
    void theSameEventPostedByManyAtOnceIsStoredAndDeliveredOnceAndHoldsUpNobodyElses() throws Exception {
        subscribe();
        String same = Posted.event(type);
        ExecutorService producers = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> posts = IntStream.range(0, 48)
                    .mapToObj(i -> i % 3 == 0 ? Posted.event(type) : same)
                    .<Callable<String>>map(event -> () -> post(event))
                    .toList();
            Set<String> ids = new HashSet<>();
            for (Future<String> answer : producers.invokeAll(posts)) {
                ids.add(answer.get());
            }

            assertThat(ids).as("16 of their own, and the one they share").hasSize(17);
            ids.forEach(id -> awaitDelivery(id, "delivered"));
            assertThat(target.requests()).hasSize(17);
        } finally {
            producers.shutdownNow();
        }
    }

    @Test
    void theSubscriptionsExtensionsWin() {
        subscribe(
                owner,
                Wish.ofType(type, target.url())
                        .withJson("extensions", "{\"both\": \"subscription\", \"its\": {\"a\": 1.0}}"));

        awaitDelivery(post("""
                        {"cloudEventsVersion": "0.1", "eventType": "%1$s", "source": "/%1$s", "eventID": "1",
                        "extensions": {"both": "event", "own": true}}""".formatted(type)), "delivered");

        assertThat(target.requests().get(0).json().getJsonObject("extensions"))
                .isEqualTo(JsonTexts.object("{\"both\":\"subscription\",\"own\":true,\"its\":{\"a\":1.0}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"type":"basic","basic":{"username":"é","password":"p:w"}}          | Basic w6k6cDp3
                    {"type":"basic"}                                                    | Basic Og==
                    {"type":"header","header":{"type":"Bearer","credentials":"t0k.en"}} | Bearer t0k.en
                    """)
    void authIsSentAndNotShown(String auth, String authorization) {
        subscribe(owner, Wish.ofType(type, target.url()).withJson("auth", auth));

        JsonObject delivery = awaitDelivery(post(), "delivered");

        assertThat(target.requests().get(0).header("Authorization")).isEqualTo(authorization);
        assertThat(attempt(delivery, 1).getJsonObject("request").getString("headers"))
                .contains("Authorization: [redacted]")
                .doesNotContain(authorization.split(" ")[1]);
    }

    @Test
    void thePolicyIsAskedWithTheWholeEventAndTheEncodedUser() {
        subscribe();
        String event = """
                {"cloudEventsVersion": "0.1", "eventType": "%1$s", "source": "/%1$s", "eventID": "1", "data": [1.0]}""".formatted(type);

        awaitDelivery(post(event), "delivered");

        List<ReceivedRequest> questions = policy.questionsAbout(user);
        assertThat(questions).hasSize(1);
        assertThat(questions.get(0).method()).isEqualTo("POST");
        assertThat(questions.get(0).path())
                .startsWith("/events/a%20b%2Fc%3Fd%23e%25f")
                .doesNotContain(" ");
        assertThat(questions.get(0).header("Content-Type")).isEqualTo("application/json");
        assertThat(questions.get(0).json()).isEqualTo(JsonTexts.object(event));
    }

    @Test
    void aRefusalOfThePolicySettlesTheDeliveryAsDenied() {
        policy.refuse(user);
        String path = subscribe();

        JsonObject delivery = awaitDelivery(post(), "denied", 0);

        assertThat(delivery.getString("reason")).contains("412").contains("Precondition Failed");
        assertThat(delivery.getJsonObject("policy").getString("answer")).isEqualTo("refused");
        assertThat(delivery.getJsonObject("policy").getInt("status")).isEqualTo(412);
        assertThat(delivery.containsKey("settledAt")).isTrue();
        assertThat(target.requests()).isEmpty();
        assertThat(owner.get(path + "/deliveries").array()).containsExactly(delivery);
        assertThat(owner.get(path).json().isNull("disabled")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "302", "closes", "hangs"})
    void whilePolicyDoesNotAnswerADeliveryIsOnlyPutOff(String policyThat) {
        policy.answer(
                user,
                switch (policyThat) {
                    case "closes" -> Answer.drop();
                    case "hangs" -> Answer.hang();
                    case "302" -> Answer.redirect(target.url("/yes").toString());
                    default -> Answer.status(500);
                });
        String path = subscribe();
        String event = post();
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(policy.questionsAbout(user)).hasSizeGreaterThanOrEqualTo(2));
        assertThat(onlyDelivery(event).getString("state")).isEqualTo("pending");
        assertThat(target.requests()).isEmpty();

        policy.allow(user);

        awaitDelivery(event, "delivered");
        assertThat(target.requests()).hasSize(1);
        assertThat(owner.get(path).json().isNull("disabled")).isTrue();
    }

    @Test
    void aFailedAttemptIsRepeatedUnderTheSameId() {
        target.answering(Answer.status(500), Answer.status(404), Answer.status(200));
        subscribe();

        JsonObject delivery = awaitDelivery(post(), "delivered", 3);

        assertThat(target.requests()).hasSize(3);
        assertThat(target.requests()).extracting(ReceivedRequest::webhookId).containsOnly(delivery.getString("id"));
        assertThat(target.requests())
                .extracting(ReceivedRequest::text)
                .containsOnly(target.requests().get(0).text());
        assertThat(attempt(delivery, 1).getJsonObject("response").getInt("status"))
                .isEqualTo(500);
        assertThat(attempt(delivery, 2).getJsonObject("response").getInt("status"))
                .isEqualTo(404);
        assertThat(attempt(delivery, 3).getInt("number")).isEqualTo(3);
        assertThat(policy.questionsAbout(user)).as("asked before each attempt").hasSize(3);
    }

    @Test
    void afterTheLastAttemptADeliveryHasFailed() {
        target.answering(Answer.of(500, Map.of("X-Why", "none"), "out of\u0000order"));
        String path = subscribe();

        JsonObject delivery = awaitDelivery(post(), "failed", 4);

        assertThat(delivery.getString("reason")).contains("4 attempts").contains("500");
        assertThat(delivery.containsKey("dueAt")).isFalse();
        assertThat(attempt(delivery, 4).getJsonObject("response").getString("body"))
                .startsWith("out of");
        assertThat(owner.get(path + "/deliveries").array()).containsExactly(delivery);
        assertThat(owner.get(path).json().isNull("disabled")).isTrue();
        assertThat(target.requests()).hasSize(4);
    }

    @Test
    void anEventIsDeliveredOnceHoweverOftenItIsPosted() {
        subscribe();
        String event = """
                {"cloudEventsVersion": "0.1", "eventType": "%1$s", "source": "/%1$s", "eventID": "1"}""".formatted(type);
        String id = post(event);
        awaitDelivery(id, "delivered");

        assertThat(post(event)).isEqualTo(id);

        awaitDelivery(post(), "delivered");
        assertThat(onlyDelivery(id).getJsonArray("attempts")).hasSize(1);
        assertThat(target.requests()).hasSize(2);
    }

    @Test
    void aBrokenExpressionHurtsOnlyItself() {
        String broken = subscribe(owner, Wish.to(target.url("/broken"), "$.data[*][?(@.value contains \"x\")]"));
        String path = subscribe();

        JsonObject delivery = awaitDelivery(post(), "delivered");

        assertThat("/eventmatch/" + delivery.getString("subscription")).isEqualTo(path);
        await().atMost(IN_TIME)
                .untilAsserted(() ->
                        assertThat(owner.get(broken).json().isNull("error")).isFalse());
        JsonObject noted = owner.get(broken).json();
        assertThat(noted.getString("error")).isNotBlank();
        assertThat(noted.isNull("disabled")).isTrue();
        assertThat(owner.get(path).json().isNull("error")).isTrue();
        assertThat(owner.delete(broken).status()).isEqualTo(200);
    }
}
