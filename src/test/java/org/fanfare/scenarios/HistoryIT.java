package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what became of an event. */
@ExtendWith(SharedFanfare.class)
class HistoryIT extends Pipeline {

    @Test
    void theOwnerSeesTheEventAndHisDeliveriesOnly() {
        FanfareClient other = owner.as(SharedFanfare.newUser());
        String mine = subscribe();
        String theirs = subscribe(other, Wish.ofType(type, target.url("/other")));
        String event = post();
        awaitBoth(event);

        JsonObject history = owner.get("/events/" + event).json();
        assertThat(history.getJsonObject("event").getString("type")).isEqualTo(type);
        assertThat(subscriptionsOf(history)).containsExactly(mine);
        assertThat(subscriptionsOf(other.get("/events/" + event).json())).containsExactly(theirs);
        assertThat(other.get(mine + "/deliveries").status()).isEqualTo(403);
    }

    @Test
    void theProducerSeesTheEventAndNoDeliveriesOfOthers() {
        subscribe();
        String event = post();
        awaitDelivery(event, "delivered");

        JsonObject history = producer.get("/events/" + event).json();

        assertThat(history.getJsonObject("event").getString("type")).isEqualTo(type);
        assertThat(history.getJsonArray("deliveries")).isEmpty();
    }

    @Test
    void theProducerFindsHisEventsInTheListDeliveredOrNot() {
        String nobodys = post();
        subscribe(producer, Wish.ofType(type, target.url()));
        subscribe(producer, Wish.ofType(type, target.url("/twice")));
        String twiceHis = post();
        awaitBoth(twiceHis);

        assertThat(listed(producer)).containsExactly(twiceHis, nobodys);
        assertThat(ids(producer.get("/events?limit=1&offset=1&type=" + type))).containsExactly(nobodys);
        assertThat(ids(producer.get("/events?source=/other"))).isEmpty();
        assertThat(listed(owner)).isEmpty();
    }

    @Test
    void theOperatorSeesAll() {
        subscribe();
        subscribe(owner.as(SharedFanfare.newUser()), Wish.ofType(type, target.url("/other")));
        String event = post();
        awaitBoth(event);

        assertThat(operator.get("/events/" + event).json().getJsonArray("deliveries"))
                .hasSize(2);
        assertThat(listed(operator)).containsExactly(event);
    }

    @Test
    void aStrangerSeesNothingAndIsNotToldWhetherThereIsSomething() {
        subscribe();
        String event = post();
        awaitDelivery(event, "delivered");
        FanfareClient stranger = owner.as(SharedFanfare.newUser());

        Reply hidden = stranger.get("/events/" + event);
        String unknown = UUID.randomUUID().toString();
        Reply absent = stranger.get("/events/" + unknown);

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(absent.status()).isEqualTo(404);
        assertThat(hidden.text().replace(event, unknown)).isEqualTo(absent.text());
        assertThat(listed(stranger)).isEmpty();
        assertThat(stranger.get("/events/x").status()).isEqualTo(404);
    }

    @Test
    void ofADeniedEventTheOwnerSeesNoMoreThanThat() {
        policy.refuse(user);
        String path = subscribe();
        String event = post();
        awaitDelivery(event, "denied", 0);

        Reply history = owner.get("/events/" + event);

        assertThat(history.status()).isEqualTo(200);
        assertThat(history.json().containsKey("event")).isFalse();
        assertThat(history.text()).doesNotContain(type);
        assertThat(subscriptionsOf(history.json())).containsExactly(path);
        assertThat(listed(owner)).isEmpty();
    }

    @Test
    void listsArePagedNewestFirst() {
        subscribe();
        String first = post();
        awaitDelivery(first, "delivered");
        String second = post();
        awaitDelivery(second, "delivered");

        assertThat(listed(owner)).containsExactly(second, first);
        Reply page = owner.get("/events?limit=1&type=" + type);
        assertThat(ids(page)).containsExactly(second);
        assertThat(page.header("Link")).contains("rel=\"next\"").contains("offset=1");
        assertThat(ids(owner.get("/events?limit=1&offset=1&type=" + type))).containsExactly(first);
    }

    @Test
    void listsCanBeNarrowed() {
        subscribe();
        String event = post();
        awaitDelivery(event, "delivered");
        String receivedAt =
                owner.get("/events/" + event).json().getJsonObject("event").getString("receivedAt");

        assertThat(ids(owner.get("/events?since=" + receivedAt))).contains(event);
        assertThat(ids(owner.get("/events?until=" + receivedAt))).doesNotContain(event);
        assertThat(ids(owner.get("/events?since=2020-01-01T00:00:00&until=2021-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(ids(owner.get("/events?source=http://metadata.example.org/transactions")))
                .contains(event);
        assertThat(ids(owner.get("/events?source=/other"))).isEmpty();
        assertThat(ids(owner.get("/events?type=other"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=yesterday", "until=x", "limit=0", "offset=x"})
    void aQueryThatIsNoneAnswers400(String query) {
        Reply refused = owner.get("/events?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.pointers()).containsExactly("query:" + query.split("=")[0]);
    }

    private void awaitBoth(String event) {
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(operator.get("/events/" + event)
                                .json()
                                .getJsonArray("deliveries")
                                .getValuesAs(JsonObject.class))
                        .extracting(delivery -> delivery.getString("state"))
                        .containsExactly("delivered", "delivered"));
    }

    private List<String> listed(FanfareClient caller) {
        return ids(caller.get("/events?type=" + type));
    }

    private static List<String> ids(Reply list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.array().getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("id"))
                .toList();
    }

    private static List<String> subscriptionsOf(JsonObject history) {
        return history.getJsonArray("deliveries").getValuesAs(JsonObject.class).stream()
                .map(each -> "/eventmatch/" + each.getString("subscription"))
                .toList();
    }
}
