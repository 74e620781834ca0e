package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakePolicy;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Posted;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tenants that know nothing of each other; on whatever database. */
abstract class TenantStories extends TenantPipeline {

    private final FakeTarget othersTarget = new FakeTarget();
    private FakePolicy policy;

    /** The user's name in another tenant: another user. */
    private FanfareClient other;

    @BeforeEach
    void meetTheOther(Surroundings surroundings) {
        policy = surroundings.policy();
        other = anybody.as(user).of(SharedFanfare.GLOBEX);
    }

    @AfterEach
    void partFromTheOthers() {
        Stream.of(other, anybody.as(user)).forEach(caller -> caller.delete("/subscriptions"));
        policy.allow(user);
        othersTarget.close();
    }

    @Test
    void anEventGoesToItsTenantOnly() {
        subscribe(own, target);
        subscribe(other, othersTarget);
        subscribe(anybody.as(user), othersTarget);

        String event = post(own);
        String others = post(other);

        assertThat(awaitOnlyDelivery(own, event).getString("owner")).isEqualTo(user);
        awaitOnlyDelivery(other, others);
        assertThat(target.requests()).hasSize(1);
        assertThat(othersTarget.requests()).hasSize(1);
        assertThat(policy.questionsAbout(user))
                .extracting(ReceivedRequest::query)
                .as("the policy is told which of the two it is")
                .containsExactlyInAnyOrder("tenant=acme", "tenant=globex");
    }

    @Test
    void usersOfOneNameInTwoTenantsHaveNothingInCommon() {
        String path = subscribe(own, target);
        String event = post(own);
        String delivery = awaitOnlyDelivery(own, event).getString("id");

        assertThat(own.get("/eventmatch").array()).hasSize(1);
        for (FanfareClient stranger : List.of(other, anybody.as(user))) {
            assertThat(stranger.get("/eventmatch").array()).isEmpty();
            assertThat(stranger.get("/subscriptions").array()).isEmpty();
            assertThat(stranger.get("/events?type=" + type).array()).isEmpty();
            assertThat(stranger.get("/deliveries?event=" + event).array()).isEmpty();
            assertThat(stranger.delete("/subscriptions").json().getInt("deleted"))
                    .isZero();
        }
        assertThat(own.get(path).status()).isEqualTo(200);
        assertThat(own.get("/deliveries/" + delivery).status()).isEqualTo(200);
    }

    @Test
    void twoTenantsMayPostTheSameEvent() {
        String text = Posted.event(type, UUID.randomUUID().toString());

        String first = own.post("/receive", text).text();
        String second = other.post("/receive", text).text();
        String third = anybody.as(user).post("/receive", text).text();

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(own.post("/receive", text).text()).isEqualTo(first);
        assertThat(other.post("/receive", text).text()).isEqualTo(second);
        assertThat(anybody.post("/receive", text).text()).isEqualTo(third);
    }

    @Test
    void anOperatorSeesAllOfHisTenantAndNothingOfAnother() {
        subscribe(own, target);
        String event = post(own);
        awaitOnlyDelivery(own, event);
        String job = operator(SharedFanfare.ACME)
                .post("/events/" + event + "/replay", "{}")
                .member("id");

        FanfareClient operator = operator(SharedFanfare.ACME);
        assertThat(ids(operator.get("/events?type=" + type))).containsExactly(event);
        assertThat(operator.get("/deliveries?owner=" + user).array()).hasSize(1);
        assertThat(ids(operator.get("/deliveries?limit=1000"))).isNotEmpty();
        assertThat(ids(operator.get("/jobs?limit=1000"))).contains(job);
        for (FanfareClient stranger :
                List.of(operator(SharedFanfare.GLOBEX), anybody.as(SharedFanfare.OPERATOR), admin(null))) {
            assertThat(stranger.get("/events?type=" + type).array()).isEmpty();
            assertThat(stranger.get("/deliveries?owner=" + user).array()).isEmpty();
            assertThat(stranger.get("/deliveries?event=" + event).array()).isEmpty();
            assertThat(ids(stranger.get("/jobs?limit=1000"))).doesNotContain(job);
        }
    }

    @Test
    void aLookAtPastEventsCountsThoseOfTheTenantOnly() {
        String tenant = "t-" + UUID.randomUUID();
        FanfareClient alone = anybody.as(user).of(tenant);
        post(own);
        String event = post(alone);
        String path = subscribe(alone, target);

        JsonObject found = alone.get(path + "/would-have-matched").json();
        JsonObject tried = alone.post(path + "/dry-run", "{}").json();

        for (JsonObject look : List.of(found, tried)) {
            assertThat(look.getInt("of")).isEqualTo(1);
            assertThat(look.getInt("scanned")).isEqualTo(1);
            assertThat(look.getJsonArray("matched").getJsonObject(0).getString("event"))
                    .isEqualTo(event);
        }
        String job = alone.post(path + "/replay-missing", "{}").member("id");
        await().atMost(Pipeline.IN_TIME)
                .until(() -> alone.get("/jobs/" + job).member("state").equals("done"));
        assertThat(alone.get("/jobs/" + job).json().getInt("scanned")).isEqualTo(1);
        awaitOnlyDelivery(alone, event);
        alone.delete(path);
    }

    @Test
    void whatFanfareTellsAnOwnerIsNotToldHisNamesakes() {
        String wish = Wish.to(othersTarget.url(), "$[?(@.type = \"org.fanfare.subscription.disabled\")]")
                .text();
        other.post("/eventmatch", wish);
        anybody.as(user).post("/eventmatch", wish);
        own.post(
                "/eventmatch",
                wish.replace(othersTarget.url().toString(), target.url("/told").toString()));
        target.answering(Answer.status(410));

        subscribe(own, target);
        post(own);

        await().atMost(Pipeline.IN_TIME)
                .until(() -> target.requests().stream()
                        .anyMatch(request -> request.path().equals("/told")));
        assertThat(othersTarget.requests()).isEmpty();
        String announced =
                ids(own.get("/events?type=org.fanfare.subscription.disabled")).get(0);
        assertThat(own.get("/events/" + announced).status()).isEqualTo(200);
        assertThat(other.get("/events/" + announced).status()).isEqualTo(404);
    }

    @Test
    void whatConcernsTheWholeServerIsForTheDefaultTenantsOperators() {
        for (FanfareClient stranger : List.of(operator(SharedFanfare.ACME), admin(SharedFanfare.ACME))) {
            assertThat(stranger.get("/breakers").status()).isEqualTo(403);
            assertThat(stranger.post("/secrets/rotate", "").status()).isEqualTo(403);
            assertThat(stranger.get("/admin/schema").status()).isEqualTo(403);
        }
        assertThat(anybody.as(SharedFanfare.OPERATOR).get("/breakers").status()).isEqualTo(200);
        assertThat(admin(null).get("/admin/schema").status()).isEqualTo(200);
    }

    @Test
    void anAdminsEventsAreThoseOfHisTenant() {
        String event = post(own);
        FanfareClient stranger = admin(SharedFanfare.GLOBEX);

        assertThat(stranger.get("/admin/events?ids=" + event).array()).isEmpty();
        assertThat(stranger.post("/admin/events/retry", "{\"ids\": [\"" + event + "\"]}")
                        .array()
                        .getJsonObject(0)
                        .getString("result"))
                .isEqualTo("unknown");
        JsonObject purged = stranger.post("/admin/events/purge", "{\"ids\": [\"" + event + "\"], \"owed\": true}")
                .json();
        assertThat(purged.getInt("purged")).isZero();
        assertThat(purged.getInt("kept")).isZero();
        assertThat(admin(SharedFanfare.ACME).get("/admin/events?ids=" + event).array())
                .hasSize(1);
    }

    @Test
    void outsideOfTheDefaultTenantAUuidIsNotChosen() {
        String taken =
                anybody.as(user).post("/eventmatch", Wish.unfulfilled().text()).member("uuid");

        Reply asTaken =
                own.post("/eventmatch", Wish.unfulfilled().with("uuid", taken).text());
        Reply asFree = own.post(
                "/eventmatch",
                Wish.unfulfilled().with("uuid", UUID.randomUUID().toString()).text());

        assertThat(asTaken.status()).isEqualTo(422);
        assertThat(asTaken.text()).isEqualTo(asFree.text());
    }

    @Test
    void aTenantWithAnImpossibleNameIsRefused() {
        assertThat(anybody.as(user).of("a/b").get("/eventmatch").status()).isEqualTo(400);
    }

    private String post(FanfareClient caller) {
        Reply accepted = caller.post("/receive", Posted.event(type));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        return accepted.text();
    }

    private FanfareClient operator(String tenant) {
        return anybody.as(SharedFanfare.OPERATOR).of(tenant);
    }

    private FanfareClient admin(String tenant) {
        return anybody.as(SharedFanfare.ADMIN).of(tenant);
    }

    private static List<String> ids(Reply list) {
        return list.array().getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("id"))
                .toList();
    }

    /** The only delivery of an event that its subscriber sees, once it is delivered. */
    private static JsonObject awaitOnlyDelivery(FanfareClient caller, String event) {
        await().atMost(Pipeline.IN_TIME)
                .untilAsserted(
                        () -> assertThat(Pipeline.onlyDelivery(event, caller).getString("state"))
                                .isEqualTo("delivered"));
        return Pipeline.onlyDelivery(event, caller);
    }
}
