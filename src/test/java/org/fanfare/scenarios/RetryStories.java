package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries are found, and each can be opened anew. */
abstract class RetryStories extends ReplayPipeline {

    @Test
    void aFailedDeliveryIsRetriedAtOnceUnderTheSameId() {
        target.answering(NO, YES);
        subscribe();
        String event = post();
        JsonObject failed = awaitDelivery(event, "failed");

        Reply retried = owner.post("/deliveries/" + failed.getString("id") + "/retry", "");

        assertThat(retried.status()).as(retried.text()).isEqualTo(202);
        assertThat(retried.member("id")).isEqualTo(failed.getString("id"));
        JsonObject delivered = awaitDelivery(event, "delivered", 2);
        assertThat(target.requests()).extracting(ReceivedRequest::webhookId).containsOnly(failed.getString("id"));
        assertThat(owner.get("/deliveries/" + failed.getString("id")).json()).isEqualTo(delivered);
    }

    @Test
    void aRetryGoesThroughTheWholeScheduleAgain() {
        target.answering(Answer.status(500));
        subscribe();
        String event = post();
        String id = awaitDelivery(event, "failed", 4).getString("id");

        owner.post("/deliveries/" + id + "/retry", "");

        JsonObject again = awaitDelivery(event, "failed", 8);
        assertThat(again.getString("reason")).contains("4 attempts");
    }

    @Test
    void whatIsPendingCannotBeRetried() {
        policy.answer(user, Answer.status(500));
        subscribe();
        String id = onlyDeliveryOnceThere(post()).getString("id");

        Reply refused = owner.post("/deliveries/" + id + "/retry", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.member("detail")).contains("pending");
    }

    @Test
    void othersDeliveriesAreNotThere() {
        subscribe();
        String id = awaitDelivery(post(), "delivered").getString("id");

        assertThat(producer.get("/deliveries/" + id).status()).isEqualTo(404);
        assertThat(producer.post("/deliveries/" + id + "/retry", "").status()).isEqualTo(404);
        assertThat(operator.get("/deliveries/" + id).status()).isEqualTo(200);
        assertThat(producer.get("/deliveries").array()).isEmpty();
        assertThat(producer.get("/deliveries?owner=somebody").status()).isEqualTo(400);
    }

    @Test
    void theRetryOfADeniedDeliveryShowsNothingBeforeThePolicyHasSpoken() {
        policy.refuse(user);
        subscribe();
        String event = post();
        String id = awaitDelivery(event, "denied", 0).getString("id");
        policy.answer(user, Answer.status(500));

        assertThat(owner.post("/deliveries/" + id + "/retry", "").status()).isEqualTo(202);

        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(policy.questionsAbout(user)).hasSizeGreaterThanOrEqualTo(3));
        assertThat(onlyDelivery(event).getString("state")).isEqualTo("pending");
        assertThat(owner.get("/events/" + event).json()).doesNotContainKey("event");
        assertThat(owner.get("/events").array()).isEmpty();

        policy.allow(user);
        awaitDelivery(event, "delivered");
        assertThat(owner.get("/events/" + event).json()).containsKey("event");
        assertThat(owner.get("/events").array()).hasSize(1);
    }

    @Test
    void deliveriesAreFoundByStateSubscriptionEventAndTime() {
        target.answering(NO, YES);
        String path = subscribe();
        String subscription = path.substring(path.lastIndexOf('/') + 1);
        String failedEvent = post();
        JsonObject failed = awaitDelivery(failedEvent, "failed");
        JsonObject delivered = awaitDelivery(post(), "delivered");

        assertThat(found("")).containsExactly(delivered, failed);
        assertThat(found("?state=failed")).containsExactly(failed);
        assertThat(found("?state=held")).isEmpty();
        assertThat(found("?subscription=" + subscription)).containsExactly(delivered, failed);
        assertThat(found("?state=delivered&subscription=" + subscription)).containsExactly(delivered);
        assertThat(found("?event=" + failedEvent)).containsExactly(failed);
        assertThat(found("?since=2020-01-01T00:00:00&until=2021-01-01T00:00:00"))
                .isEmpty();
        assertThat(found("?since=2020-01-01T00:00:00&state=failed&limit=1")).containsExactly(failed);
        assertThat(found("?limit=1&offset=1")).containsExactly(failed);
        assertThat(found(operator, "?owner=" + encoded(user))).containsExactly(delivered, failed);
        assertThat(found(operator, "?subscription=" + subscription)).containsExactly(delivered, failed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=broken", "subscription=x", "event=x", "since=yesterday", "limit=0"})
    void aQueryThatIsNoneAnswers400(String query) {
        Reply refused = owner.get("/deliveries?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("query:" + query.split("=")[0]);
    }

    private List<JsonObject> found(String query) {
        return found(owner, query);
    }

    private static List<JsonObject> found(FanfareClient caller, String query) {
        Reply reply = caller.get("/deliveries" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.array().getValuesAs(JsonObject.class);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonObject onlyDeliveryOnceThere(String event) {
        await().atMost(IN_TIME)
                .until(() -> !operator.get("/events/" + event)
                        .json()
                        .getJsonArray("deliveries")
                        .isEmpty());
        return onlyDelivery(event);
    }
}
