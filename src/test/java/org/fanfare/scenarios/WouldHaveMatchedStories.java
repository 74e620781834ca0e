package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Reply;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which past events a subscription would have matched. */
abstract class WouldHaveMatchedStories extends Pipeline {

    @Test
    void pastEventsAreFoundNewestFirst() {
        List<String> events = posted(3);
        String path = subscribe();

        JsonObject found = lookBack(path, "");

        assertThat(ids(found)).containsExactlyElementsOf(events);
        JsonObject newest = found.getJsonArray("matched").getJsonObject(0);
        assertThat(newest.getString("type")).isEqualTo(type);
        assertThat(newest.getString("source")).startsWith("http");
        assertThat(newest.getString("received")).isNotBlank();
        assertThat(found.getInt("of")).isGreaterThanOrEqualTo(3);
        assertThat(found.getInt("scanned")).isEqualTo(found.getInt("of"));
        assertThat(found.getBoolean("of_is_least")).isFalse();
        assertThat(found.getBoolean("complete")).isTrue();
        assertThat(found).doesNotContainKeys("next", "last_fault");
    }

    @Test
    void eachAnswerGoesOnWhereTheOneBeforeEnded() {
        List<String> events = posted(3);
        String path = subscribe();
        List<String> found = new ArrayList<>();
        String next = "";
        for (int i = 0; i < 3; i++) {
            JsonObject part = lookBack(path, "?limit=1" + next);
            found.addAll(ids(part));
            next = part.getBoolean("complete") ? "" : "&before=" + part.getString("next");
        }

        assertThat(found).containsExactlyElementsOf(events);
    }

    @Test
    void onlyTheAskedTimeIsLookedAt() {
        posted(1);
        String path = subscribe();

        JsonObject none = lookBack(path, "?since=2020-01-01T00:00:00&until=2021-01-01T00:00:00Z");

        assertThat(none.getInt("of")).isZero();
        assertThat(none.getInt("scanned")).isZero();
        assertThat(none.getBoolean("complete")).isTrue();
        assertThat(ids(lookBack(path, "?since=2020-01-01T00:00:00"))).hasSize(1);
    }

    @Test
    void matchesThatThePolicyHidesAreCountedAndNotShown() {
        posted(2);
        String path = subscribe();
        policy.refuse(user);

        JsonObject hidden = lookBack(path, "");
        assertThat(ids(hidden)).isEmpty();
        assertThat(hidden.getInt("hidden")).isEqualTo(2);

        policy.answer(user, Answer.status(500));
        JsonObject undecided = lookBack(path, "");
        assertThat(ids(undecided)).isEmpty();
        assertThat(undecided.getInt("undecided")).isEqualTo(2);
    }

    @Test
    void whatWasReceivedOrPostedIsShownWithoutAskingThePolicy() {
        String path = subscribe();
        String event = post();
        awaitDelivery(event, "delivered");
        int asked = policy.questionsAbout(user).size();

        assertThat(ids(lookBack(path, ""))).containsExactly(event);
        assertThat(policy.questionsAbout(user)).hasSize(asked);
        String producers = subscribe(producer, Wish.ofType(type, target.url()));
        assertThat(ids(lookBack(producer, producers, ""))).containsExactly(event);
    }

    @Test
    void breakdownsAreCountedAndAreNoMatches() {
        posted(2);
        String path = subscribe(owner, Wish.to(target.url(), "$[?(@.eventType = \"" + type + "\" and @.data[::0])]"));

        JsonObject found = lookBack(path, "");

        assertThat(ids(found)).isEmpty();
        assertThat(found.getInt("faults")).isEqualTo(2);
        assertThat(found.getString("last_fault")).contains("step 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=yesterday", "until=x", "limit=0", "limit=1001", "before=x"})
    void aQueryThatIsNoneAnswers400(String query) {
        Reply refused = owner.get(subscribe() + "/would-have-matched?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("query:" + query.split("=")[0]);
    }

    @Test
    void othersSubscriptionsAnswer403() {
        String path = subscribe();

        assertThat(producer.get(path + "/would-have-matched").status()).isEqualTo(403);
    }

    /** The newest first. */
    private List<String> posted(int count) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(post());
            pause();
        }
        Collections.reverse(events);
        return events;
    }

    /** Ids are ordered by the millisecond. */
    private static void pause() {
        long next = System.currentTimeMillis() + 1;
        while (System.currentTimeMillis() <= next) {
            Thread.onSpinWait();
        }
    }

    private JsonObject lookBack(String path, String query) {
        return lookBack(owner, path, query);
    }

    private static JsonObject lookBack(FanfareClient caller, String path, String query) {
        Reply reply = caller.get(path + "/would-have-matched" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> ids(JsonObject found) {
        return found.getJsonArray("matched").getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("event"))
                .toList();
    }
}
