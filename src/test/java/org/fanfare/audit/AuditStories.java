package org.fanfare.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fanfare.testing.SharedFanfare.ADMIN;
import static org.fanfare.testing.SharedFanfare.newUser;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.Posted;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;

/** Who changed what, as admins see it. */
abstract class AuditStories {

    private static final Duration IN_TIME = Duration.ofSeconds(45);

    private final FanfareProcess fanfare;
    private final FanfareClient admin;
    private final String user = newUser();
    private final FanfareClient caller;

    AuditStories(Surroundings surroundings) {
        fanfare = surroundings.fanfare();
        admin = fanfare.client().as(ADMIN);
        caller = fanfare.client().as(user);
    }

    @Test
    void whatWasMadeChangedAndDeletedIsThereWithItsIdsAndOutcomes() {
        String uuid = caller.post("/eventmatch", Wish.unfulfilled().text()).member("uuid");
        String path = "/eventmatch/" + uuid;
        caller.put(path, "{\"target_url\":\"https://u.example/\"}");
        caller.delete(path);
        caller.delete(path);

        assertThat(entries())
                .extracting(AuditStories::told)
                .containsExactly(
                        "DELETE deleteSubscription " + path + " 403 null",
                        "DELETE deleteSubscription " + path + " 200 null",
                        "PUT changeSubscription " + path + " 200 null",
                        "POST subscribe /eventmatch 200 " + path);
    }

    @Test
    void theIdInAQueryIsToldAndNothingElseOfIt() {
        caller.delete("/eventmatch?event_uuid=0b1c6f0e-0000-4000-8000-000000000000&note=secret");

        assertThat(entries().get(0).getString("path"))
                .isEqualTo("/eventmatch?event_uuid=0b1c6f0e-0000-4000-8000-000000000000");
    }

    @Test
    void whoAndFromWhereIsTold() {
        caller.call(
                "POST",
                "/eventmatch",
                Map.of("Content-Type", "application/json", "X-Request-Id", "req-1"),
                "{\"target_url\":\"https://secret.example/s3cret\"}");

        JsonObject entry = entries().get(0);
        assertThat(entry.getString("user")).isEqualTo(user);
        assertThat(entry.getString("tenant")).isEqualTo("default");
        assertThat(entry.getString("means")).isEqualTo("header");
        assertThat(entry.getString("address")).isEqualTo("127.0.0.1");
        assertThat(entry.getString("request")).isEqualTo("req-1");
        assertThat(entry.getInt("status")).isEqualTo(422);
        assertThat(entry.toString()).doesNotContain("s3cret");
    }

    @Test
    void theTokenThatWasShownIsTold() {
        JsonObject token = caller.post("/tokens", "{\"name\": \"audited\", \"scopes\": [\"subscriber\"]}")
                .json();
        fanfare.client()
                .call("DELETE", "/eventmatch/1", Map.of("Authorization", "Token " + token.getString("token")), "");

        JsonObject entry = entries().get(0);
        assertThat(entry.getString("means")).isEqualTo("token");
        assertThat(entry.getString("token")).isEqualTo(token.getString("id"));
        assertThat(entries().get(1).getString("operation")).isEqualTo("createToken");
        assertThat(entries().toString()).doesNotContain(token.getString("token"));
    }

    @Test
    void readingAndTryingAndPostingEventsIsNotThere() {
        caller.get("/eventmatch");
        caller.post("/receive", Posted.event(Posted.newType()));
        caller.post("/expressions/test", "{\"expression\":\"$\",\"document\":{}}");

        assertThat(entries()).isEmpty();
    }

    @Test
    void whatFanfareDoesOfItselfIsThere() {
        String type = Posted.newType();
        try (FakeTarget target = new FakeTarget().answering(Answer.status(410))) {
            String uuid = caller.post(
                            "/eventmatch", Wish.ofType(type, target.url()).text())
                    .member("uuid");
            caller.post("/receive", Posted.event(type));

            await().atMost(IN_TIME)
                    .untilAsserted(() -> assertThat(list("?user=fanfare&operation=disableSubscription"))
                            .filteredOn(entry -> entry.getString("path").equals("/eventmatch/" + uuid))
                            .singleElement()
                            .satisfies(entry ->
                                    assertThat(entry.getString("means")).isEqualTo("system")));
            caller.delete("/eventmatch/" + uuid);
        }
    }

    @Test
    void entriesAreFoundByTimeAndOperationAndInPages() {
        caller.delete("/eventmatch/1");
        caller.delete("/eventmatch/2");
        String secondOfTheFirst = entries().get(1).getString("at").substring(0, 19);

        assertThat(list("?user=" + encoded(user) + "&limit=1")).hasSize(1);
        assertThat(list("?user=" + encoded(user) + "&operation=subscribe")).isEmpty();
        assertThat(list("?user=" + encoded(user) + "&since=2100-01-01T00:00:00"))
                .isEmpty();
        assertThat(list("?user=" + encoded(user) + "&until=2020-01-01T00:00:00"))
                .isEmpty();
        assertThat(list("?user=" + encoded(user) + "&since=" + secondOfTheFirst))
                .hasSize(2);
    }

    @Test
    void onlyAdminsReadIt() {
        assertThat(caller.get("/audit").status()).isEqualTo(403);
    }

    @Test
    void eachEntryIsALineOfTheLogThatUsersCannotBreak() {
        FanfareClient sly = fanfare.client().as("x\" status=200 user=\"" + user);
        sly.delete("/eventmatch/1");

        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(fanfare.log().lines().filter(line -> line.contains(" audit id=")))
                        .anyMatch(line -> line.contains("user=\"x\\\" status=200 user=\\\"" + user + "\"")));
    }

    private List<JsonObject> entries() {
        return list("?user=" + encoded(user));
    }

    private List<JsonObject> list(String query) {
        Reply reply = admin.get("/audit" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.array().getValuesAs(JsonObject.class);
    }

    private static String told(JsonObject entry) {
        return entry.getString("method") + " " + entry.getString("operation") + " " + entry.getString("path") + " "
                + entry.getInt("status") + " " + entry.getString("detail", null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
