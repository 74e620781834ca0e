package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.JsonTexts;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;

/** Why an event reached a subscription, or did not, and who is told. */
abstract class ExplainStories extends Pipeline {

    private static final String MISSES = "$.data[*][?(@.value >= 9999)]";

    @Test
    void theOwnerIsToldWhichConditionFailedOnWhichValue() {
        String path = subscribe(owner, Wish.to(target.url(), MISSES));

        JsonObject explained = explained(owner, post(), path);

        assertThat(explained.getBoolean("matched")).isFalse();
        assertThat(explained.getBoolean("candidate")).isFalse();
        assertThat(explained.getBoolean("enabled")).isTrue();
        assertThat(explained.getBoolean("since")).isTrue();
        assertThat(explained.getString("reason"))
                .isEqualTo("The condition $.data.*.value >= 9999 is not met: the event has 1234 there.");
        assertThat(explained.getJsonArray("conditions")).isEqualTo(JsonTexts.array("""
                [{"condition": "$.data.*.value >= 9999", "met": false, "found": [1234]}]"""));
        assertThat(explained.getJsonObject("filter").getString("dialect")).isEqualTo("/filters/jsonpath2");
        assertThat(explained.getJsonObject("policy").getString("answer")).isEqualTo("allowed");
        assertThat(explained).doesNotContainKeys("delivery", "values", "fault", "disabled");
    }

    @Test
    void ofAMatchTheValuesAndTheDeliveryAreTold() {
        String path = subscribe();
        String event = post();
        awaitDelivery(event, "delivered");

        JsonObject explained = explained(owner, event, path);

        assertThat(explained.getBoolean("matched")).isTrue();
        assertThat(explained.getJsonArray("values")).isNotEmpty();
        assertThat(explained.getJsonObject("delivery").getJsonArray("attempts")).hasSize(1);
        assertThat(explained.getString("reason")).isEqualTo("It matched, and was delivered: the target answered 204.");
    }

    @Test
    void ofFiltersEachPartIsToldWithItsOwnVerdict() {
        String filters = """
                [{"any": [{"exact": {"type": "x"}}, {"not": {"prefix": {"source": "http"}}}]}, {"sql": "foo = 1"}]""";
        Reply created = owner.post(
                "/subscriptions",
                "{\"protocol\": \"HTTP\", \"sink\": \"" + target.url() + "\", \"filters\": " + filters + "}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);

        JsonObject filter =
                explained(owner, post(), "/eventmatch/" + created.member("id")).getJsonObject("filter");

        assertThat(filter.getString("dialect")).isEqualTo("all");
        JsonObject any = filter.getJsonArray("parts").getJsonObject(0);
        JsonObject exact = any.getJsonArray("parts").getJsonObject(0);
        assertThat(exact.getBoolean("matched")).isFalse();
        assertThat(exact.getJsonObject("filter")).isEqualTo(JsonTexts.object("{\"exact\": {\"type\": \"x\"}}"));
        assertThat(exact.getJsonObject("found").getString("type")).isEqualTo(type);
        JsonObject not = any.getJsonArray("parts").getJsonObject(1);
        assertThat(not.getBoolean("matched")).isFalse();
        assertThat(not.getJsonArray("parts").getJsonObject(0).getBoolean("matched"))
                .isTrue();
        assertThat(filter.getJsonArray("parts").getJsonObject(1).getString("note"))
                .contains("foo");
    }

    @Test
    void subscriptionsThatAreYoungerDisabledOrDeletedAreExplainedToo() {
        FanfareClient other = owner.as(SharedFanfare.newUser());
        String others = subscribe(other, Wish.ofType(type, target.url()));
        String event = post();
        awaitDelivery(event, "delivered"); // so it is routed
        other.delete(others);
        String path = subscribe();
        assertThat(explained(owner, event, path).getString("reason"))
                .isEqualTo("It would match, but the subscription was made after the event came.");

        owner.put(path, "{\"disabled\": \"2026-01-31T12:00:00\", \"error\": \"asked for\"}");
        String whileDisabled = post();
        awaitDelivery(whileDisabled, "held", 0);
        JsonObject disabled = explained(owner, whileDisabled, path);
        assertThat(disabled.getBoolean("enabled")).isFalse();
        assertThat(disabled.getString("disabled")).isEqualTo("2026-01-31T12:00:00");
        assertThat(disabled.getString("reason"))
                .isEqualTo(
                        "It matched; the delivery is held: the subscription was disabled at 2026-01-31T12:00:00 (UTC): asked for.");

        owner.delete(path);
        JsonObject deleted = explained(owner, post(), path);
        assertThat(deleted.getString("reason")).startsWith("It would match, but the subscription was deleted at ");
        assertThat(owner.get("/events/" + event + "/explain").status()).isEqualTo(404);
    }

    @Test
    void whoMayNotSeeTheEventIsToldThatAndNothingElse() {
        String path = subscribe(owner, Wish.to(target.url(), MISSES));
        String hits = subscribe();
        policy.refuse(user);
        String event = post();
        awaitDelivery(event, "denied", 0);

        for (String each : new String[] {path, hits}) {
            JsonObject explained = explained(owner, event, each);
            assertThat(explained).doesNotContainKeys("matched", "candidate", "conditions", "filter", "values", "since");
            assertThat(explained.getJsonObject("policy").getString("answer")).isEqualTo("refused");
            assertThat(explained.getString("reason")).startsWith("The policy does not let you see this event: ");
            assertThat(explained.containsKey("delivery")).isEqualTo(each.equals(hits));
        }
        policy.answer(user, Answer.status(500));
        assertThat(explained(owner, event, path).getString("reason")).startsWith("Nobody can tell now ");
        policy.allow(user);
        assertThat(explained(owner, event, path).getBoolean("matched")).isFalse();
    }

    @Test
    void anEventThatIsOnlyOwedIsNoDocumentToTryExpressionsOn() {
        String body = "{\"expression\": \"$.data\", \"event_id\": \"%s\"}";
        policy.answer(user, Answer.status(500));
        subscribe();
        String event = post();
        await().atMost(IN_TIME).until(() -> owner.get("/events/" + event).status() == 200);

        assertThat(owner.post("/expressions/test", body.formatted(event)).status())
                .isEqualTo(503);
        policy.refuse(user);
        assertThat(owner.post("/expressions/test", body.formatted(event)).status())
                .isEqualTo(404);
        policy.allow(user);
        assertThat(owner.post("/expressions/test", body.formatted(event)).status())
                .isEqualTo(200);
    }

    @Test
    void allSubscriptionsOfTheCallerArePaged() {
        subscribe(owner, Wish.to(target.url(), MISSES));
        subscribe();
        String event = post();

        Reply all = owner.get("/events/" + event + "/explain");
        assertThat(all.array().getValuesAs(JsonObject.class))
                .extracting(each -> each.getBoolean("matched"))
                .containsExactly(false, true);
        Reply first = owner.get("/events/" + event + "/explain?limit=1");
        assertThat(first.array()).hasSize(1);
        assertThat(first.header("Link")).contains("rel=\"next\"").contains("offset=1");
        assertThat(owner.get("/events/" + event + "/explain?limit=1&offset=1")
                        .array()
                        .getJsonObject(0)
                        .getBoolean("matched"))
                .isTrue();
    }

    @Test
    void operatorsMayAskForAnybodysAndStrangersForNobodys() {
        String path = subscribe();
        String event = post();
        FanfareClient stranger = owner.as(SharedFanfare.newUser());

        assertThat(explained(operator, event, path).getString("owner")).isEqualTo(user);
        assertThat(operator.get("/events/" + event + "/explain?limit=1").array())
                .hasSize(1);
        assertThat(stranger.get(explain(event, path)).status()).isEqualTo(404);
        Reply hidden = stranger.get("/events/" + event + "/explain");
        String unknown = UUID.randomUUID().toString();
        Reply absent = stranger.get("/events/" + unknown + "/explain");
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text().replace(event, unknown)).isEqualTo(absent.text());
        Reply malformed = owner.get("/events/" + event + "/explain?subscription=x");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.pointers()).containsExactly("query:subscription");
    }

    @Test
    void anEventOfFanfaresOwnIsExplainedToTheOneItConcerns() {
        String listening = subscribe(owner, Wish.ofType("org.fanfare.subscription.disabled", target.url()));
        String broken = subscribe(owner, Wish.to(target.url(), "$.data[::0]"));
        for (int i = 0; i < 10; i++) {
            post();
        }
        await().atMost(IN_TIME)
                .until(() -> owner.get("/events?type=org.fanfare.subscription.disabled")
                                .array()
                                .size()
                        == 1);
        String event = owner.get("/events?type=org.fanfare.subscription.disabled")
                .array()
                .getJsonObject(0)
                .getString("id");

        assertThat(explained(owner, event, listening).getBoolean("matched")).isTrue();
        assertThat(explained(owner, event, broken).getBoolean("matched")).isFalse();
        FanfareClient stranger = owner.as(SharedFanfare.newUser());
        String theirs = subscribe(stranger, Wish.to(target.url(), MISSES));
        assertThat(stranger.get(explain(event, theirs)).status()).isEqualTo(404);
        assertThat(stranger.get("/events/" + event + "/explain").status()).isEqualTo(404);
        JsonObject forOperator = explained(operator, event, theirs);
        assertThat(forOperator.getBoolean("matched")).isFalse();
        assertThat(forOperator.getString("reason")).contains("concerns another user");
    }

    private static String explain(String event, String path) {
        return "/events/" + event + "/explain?subscription=" + path.substring(path.lastIndexOf('/') + 1);
    }

    private static JsonObject explained(FanfareClient caller, String event, String path) {
        Reply reply = caller.get(explain(event, path));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }
}
