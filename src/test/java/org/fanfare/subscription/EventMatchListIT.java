package org.fanfare.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wire;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of subscriptions, in pages if one asks for them. */
@Wire
@ExtendWith(SharedFanfare.class)
class EventMatchListIT {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final Pattern PREVIOUS = Pattern.compile("<([^>]+)>; rel=\"prev\"");

    private FanfareClient client;

    @BeforeEach
    void call(Surroundings surroundings) {
        client = surroundings.fanfare().client().as(SharedFanfare.newUser());
    }

    @Test
    void nothingIsAnEmptyList() {
        Reply list = client.get("/eventmatch");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Content-Type")).isEqualTo("application/json");
        assertThat(list.text()).isEqualTo("[]");
    }

    @Test
    void eachCallerSeesHisOwn() {
        FanfareClient other = client.as(SharedFanfare.newUser());
        subscribe(client, "mine");
        subscribe(other, "theirs");

        assertThat(names(client.get("/eventmatch"))).containsExactly("mine");
        assertThat(names(other.get("/eventmatch"))).containsExactly("theirs");
    }

    @Test
    void disabledOnesAreListedAndDeletedOnesAreNot() {
        subscribe(client, "live");
        client.put("/eventmatch/" + subscribe(client, "disabled"), "{\"disabled\": \"2026-01-31T12:00:00\"}");
        client.delete("/eventmatch/" + subscribe(client, "deleted"));

        assertThat(names(client.get("/eventmatch"))).containsExactlyInAnyOrder("live", "disabled");
    }

    @Test
    void theListHasTheTextOfItsMembers() {
        String one = client.get("/eventmatch/" + subscribe(client, "1")).text();
        String two = client.get("/eventmatch/" + subscribe(client, "2")).text();

        assertThat(client.get("/eventmatch").text()).isEqualTo("[" + one + ", " + two + "]");
    }

    @Test
    void linksLeadThroughAllPagesAndBack() {
        for (int i = 0; i < 5; i++) {
            subscribe(client, "s" + i);
        }

        Reply page = client.get("/eventmatch?limit=2");
        assertThat(link(page, PREVIOUS)).isNull();
        List<String> seen = new ArrayList<>(names(page));
        while (link(page, NEXT) != null) {
            assertThat(names(page)).hasSize(2);
            page = client.get(link(page, NEXT));
            seen.addAll(names(page));
        }

        assertThat(seen).containsExactly("s0", "s1", "s2", "s3", "s4");
        assertThat(names(client.get(link(page, PREVIOUS)))).containsExactly("s2", "s3");
    }

    @Test
    void aWholeListHasNoLinks() {
        subscribe(client, "one");
        subscribe(client, "two");

        assertThat(client.get("/eventmatch").header("Link")).isNull();
        assertThat(client.get("/eventmatch?limit=2").header("Link")).isNull();
        assertThat(client.get("/eventmatch?offset=2").text()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=1001", "limit=x", "limit=", "offset=-1", "offset=x", "offset=99999999999"})
    void aPageThatIsNoneAnswers400(String query) {
        Reply refused = client.get("/eventmatch?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("query:" + query.split("=")[0]);
    }

    private static String subscribe(FanfareClient owner, String name) {
        return owner.post("/eventmatch", Wish.unfulfilled().with("name", name).text())
                .member("uuid");
    }

    private static List<String> names(Reply list) {
        return list.array().getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("name"))
                .toList();
    }

    /** Path and query of the page that a link leads to. */
    private static String link(Reply page, Pattern relation) {
        Matcher link = relation.matcher(String.valueOf(page.header("Link")));
        if (!link.find()) {
            return null;
        }
        URI uri = URI.create(link.group(1));
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
