package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.fanfare.testing.FakePolicy;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Posted;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One owner with a target, one producer, and events of a type that only they know. */
abstract class Pipeline {

    /** Generous: a machine that is busy with other things may lose a lease, and then another has to end first. */
    static final Duration IN_TIME = Duration.ofSeconds(45);

    final String type = Posted.newType();
    final String user = "a b/c?d#e%f+g " + SharedFanfare.newUser();
    final FakeTarget target = new FakeTarget();
    FakePolicy policy;
    FanfareClient owner;
    FanfareClient producer;
    FanfareClient operator;

    @BeforeEach
    void meet(Surroundings surroundings) {
        policy = surroundings.policy();
        owner = surroundings.fanfare().client().as(user);
        producer = owner.as(SharedFanfare.newUser());
        operator = owner.as(SharedFanfare.OPERATOR);
    }

    /** What is still owed must not wait for a port that a later target gets. */
    @AfterEach
    void part() {
        owner.delete("/subscriptions");
        policy.allow(user);
        target.close();
    }

    /** Subscribes the target to the events of this test. */
    String subscribe() {
        return subscribe(owner, Wish.ofType(type, target.url()));
    }

    /** The path of the new subscription. */
    static String subscribe(FanfareClient caller, Wish wish) {
        Reply created = caller.post("/eventmatch", wish.text());
        assertThat(created.status()).as(created.text()).isEqualTo(200);
        return "/eventmatch/" + created.member("uuid");
    }

    /** The tracking id of a new event. */
    String post() {
        return post(Posted.event(type));
    }

    String post(String event) {
        Reply accepted = producer.post("/receive", event);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        return accepted.text();
    }

    /** The only delivery of an event, once it has that state. */
    JsonObject awaitDelivery(String event, String state) {
        return awaitDelivery(event, state, 1);
    }

    /** The only delivery of an event, once it has that state and so many attempts. */
    JsonObject awaitDelivery(String event, String state, int attempts) {
        await().atMost(IN_TIME).untilAsserted(() -> {
            JsonObject delivery = onlyDelivery(event);
            assertThat(delivery.getString("state")).as(delivery.toString()).isEqualTo(state);
            assertThat(delivery.getJsonArray("attempts")).hasSize(attempts);
        });
        return onlyDelivery(event);
    }

    JsonObject onlyDelivery(String event) {
        return onlyDelivery(event, operator);
    }

    /** The owner's delivery of an event of which others have some, too. */
    JsonObject ownDelivery(String event) {
        return onlyDelivery(event, owner);
    }

    /** The only one that the caller sees. */
    static JsonObject onlyDelivery(String event, FanfareClient caller) {
        Reply history = caller.get("/events/" + event);
        assertThat(history.json().getJsonArray("deliveries")).as(history.text()).hasSize(1);
        return history.json().getJsonArray("deliveries").getJsonObject(0);
    }

    static JsonObject attempt(JsonObject delivery, int number) {
        return delivery.getJsonArray("attempts").getJsonObject(number - 1);
    }
}
