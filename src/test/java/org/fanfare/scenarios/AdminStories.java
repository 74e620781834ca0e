package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands of the Pacifica service did with events and with the schema. */
abstract class AdminStories extends Pipeline {

    private FanfareClient admin;

    @BeforeEach
    void meetTheAdmin(Surroundings surroundings) {
        admin = surroundings.fanfare().client().as(SharedFanfare.ADMIN);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,  /admin/schema
            GET,  /admin/events
            POST, /admin/events/purge
            POST, /admin/events/retry
            """)
    void nobodyElseMayDoWhatAdminsDo(String method, String path) {
        assertThat(owner.call(method, path).status()).isEqualTo(403);
        assertThat(operator.call(method, path).status()).isEqualTo(403);
    }

    @Test
    void theSchemaIsTheOneThatThisFanfareNeeds() {
        JsonObject schema = admin.get("/admin/schema").json();

        assertThat(schema.getString("stored")).isEqualTo(schema.getString("needed"));
        assertThat(schema.getBoolean("current")).isTrue();
        assertThat(schema).doesNotContainKey("fault");
    }

    @Test
    void eventsAreListedWithTheCodesOfTheirDeliveries() {
        String path = subscribe();
        String event = post();
        awaitDelivery(event, "delivered");

        Reply listed = admin.get("/admin/events?ids=" + event + "," + UUID.randomUUID());

        assertThat(listed.array()).as(listed.text()).hasSize(1);
        JsonObject entry = listed.array().getJsonObject(0);
        assertThat(entry.getJsonObject("event").getString("type")).isEqualTo(type);
        JsonObject match = entry.getJsonArray("matches").getJsonObject(0);
        assertThat(path).endsWith(match.getString("subscription"));
        assertThat(match.getString("state")).isEqualTo("delivered");
        assertThat(match.getInt("policy")).isEqualTo(200);
        assertThat(match.getInt("target")).isEqualTo(204);
        assertThat(admin.get("/admin/events?limit=1&since=2020-01-01T00:00:00").array())
                .hasSize(1);
        assertThat(admin.get("/admin/events?ids=1").status()).isEqualTo(400);
    }

    @Test
    void whatIsPurgedIsGoneAndWhatIsOwedIsKept() {
        String path = subscribe();
        String delivered = post();
        awaitDelivery(delivered, "delivered");
        owner.put(path, "{\"disabled\": \"2026-01-31T12:00:00\"}");
        String held = post();
        awaitDelivery(held, "held", 0);
        String order = "{\"ids\": [\"" + delivered + "\", \"" + held + "\", \"" + UUID.randomUUID() + "\"]}";

        assertThat(admin.post("/admin/events/purge", order).text()).isEqualTo("{\"kept\":1,\"purged\":1}");

        assertThat(operator.get("/events/" + delivered).status()).isEqualTo(404);
        assertThat(owner.get(path + "/deliveries").array()).hasSize(1);
        String all = "{\"owed\": true, \"ids\": [\"" + held + "\"]}";
        assertThat(admin.post("/admin/events/purge", all).text()).isEqualTo("{\"kept\":0,\"purged\":1}");
        assertThat(owner.get(path + "/deliveries").array()).isEmpty();
    }

    /** Of a moment that only this event came in: others' events must not be purged here. */
    @Test
    void whatIsOlderThanATimeIsPurged() {
        subscribe();
        String event = post();
        awaitDelivery(event, "delivered");
        UUID id = UUID.fromString(event);
        UUID before = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
        LocalDateTime received = LocalDateTime.parse(
                operator.get("/events/" + event).json().getJsonObject("event").getString("receivedAt"));
        String order = "{\"after\": \"%s\", \"olderThan\": \"%s\"}".formatted(before, received.plusNanos(1_000_000));

        Reply purged = admin.post("/admin/events/purge", order);

        assertThat(purged.json().getInt("purged")).as(purged.text()).isPositive();
        assertThat(purged.json()).doesNotContainKey("after");
        assertThat(operator.get("/events/" + event).status()).isEqualTo(404);
        assertThat(admin.post("/admin/events/purge", "{\"olderThan\": \"2020-01-01T00:00:00\"}")
                        .text())
                .isEqualTo("{\"kept\":0,\"purged\":0}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            purge | {}                                              | /ids
            purge | {"ids": [], "owed": "yes"}                      | /ids
            purge | {"ids": ["1"]}                                  | /ids/0
            purge | {"olderThan": "yesterday"}                      | /olderThan
            retry | {"id": ["bb3312dc-8ce8-4329-89f4-102b86acd64e"]}| /id
            """)
    void ordersWithFaultsAreRefused(String verb, String body, String pointer) {
        Reply refused = admin.post("/admin/events/" + verb, body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).contains(pointer);
    }

    @Test
    void anEventIsDispatchedAgainToAllWhoMatchItNow() {
        subscribe();
        String event = post();
        awaitDelivery(event, "delivered");
        try (FakeTarget later = new FakeTarget()) {
            String path = subscribe(owner, Wish.ofType(type, later.url()));
            String disabled = subscribe(owner, Wish.ofType(type, target.url("/never")));
            owner.put(disabled, "{\"disabled\": \"2026-01-31T12:00:00\"}");
            UUID unknown = UUID.randomUUID();

            Reply done = admin.post("/admin/events/retry", "{\"ids\": [\"" + event + "\", \"" + unknown + "\"]}");

            assertThat(done.array().getJsonObject(0).getString("result"))
                    .as(done.text())
                    .isEqualTo("dispatched");
            assertThat(done.array().getJsonObject(0).getInt("opened")).isEqualTo(1);
            assertThat(done.array().getJsonObject(0).getInt("reopened")).isEqualTo(1);
            assertThat(done.array().getJsonObject(1).getString("result")).isEqualTo("unknown");
            await().atMost(IN_TIME).untilAsserted(() -> {
                assertThat(target.requests()).hasSize(2);
                assertThat(later.requests()).hasSize(1);
            });
            List<String> ids =
                    target.requests().stream().map(ReceivedRequest::webhookId).toList();
            assertThat(ids).containsOnly(ids.get(0));
            owner.delete(path);
        }
    }
}
