package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.JsonTexts;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters of the Subscriptions API on their way from the request to the target, on whatever database. */
abstract class FilterStories extends Pipeline {

    private static final String TO_TARGET = """
            {"protocol": "HTTP", "sink": "%s", "types": ["%s"], "filters": %s}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'exact': {'subject': 'room-7'}}]",
                "[{'prefix': {'subject': 'room'}}, {'suffix': {'subject': '7'}}]",
                "[{'any': [{'exact': {'subject': 'x'}}, {'not': {'exact': {'subject': 'x'}}}]}]",
                "[{'sql': 'subject LIKE \\u0027room-_\\u0027 AND floor = 3'}]",
                "[{'/filters/jsonpath': '$[?@.celsius > 30]'}]",
                "[{'/filters/jsonpath2': '$.data[?(@.celsius > 30)]'}]",
                "[{'/filters/jayway': '$.data[?(@.celsius > 30)]'}]"
            })
    void whatMatchesIsDelivered(String filters) {
        subscribe(filters.replace('\'', '"'));

        String event = postMeasurement("room-7");

        assertThat(awaitDelivery(event, "delivered").getJsonArray("attempts")).hasSize(1);
        ReceivedRequest request = target.requests().get(0);
        assertThat(request.header("Content-Type")).isEqualTo("application/cloudevents+json");
        assertThat(request.json().getString("subject")).isEqualTo("room-7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'exact': {'subject': 'Room-7'}}]",
                "[{'prefix': {'subject': 'room'}}, {'suffix': {'subject': '8'}}]",
                "[{'all': [{'exact': {'subject': 'room-7'}}, {'not': {'prefix': {'source': '/'}}}]}]",
                "[{'sql': 'missing = 1'}]",
                "[{'/filters/jsonpath': '$[?@.celsius > 40]'}]"
            })
    void whatDoesNotMatchIsNot(String filters) {
        String all = subscribe("[]");
        String path = subscribe(filters.replace('\'', '"'));

        String event = postMeasurement("room-7");

        // The other subscription's delivery shows that the event was routed.
        assertThat(awaitDelivery(event, "delivered").getString("subscription")).isEqualTo(id(all));
        assertThat(owner.get("/eventmatch/" + id(path) + "/deliveries").array()).isEmpty();
    }

    @Test
    void deliveriesGoAsTheProtocolSettingsSay() {
        Reply created = owner.post("/subscriptions", """
                {"protocol": "HTTP", "sink": "%s", "types": ["%s"],
                 "config": {"extensions": {"tenant": "x"}, "delivery": "pacifica"},
                 "sinkcredential": {"credentialtype": "ACCESSTOKEN", "accesstoken": "hidden-1",
                                    "accesstokenexpiresutc": "2199-01-01T00:00:00Z"},
                 "protocolsettings": {"method": "PUT", "headers": {"X-Api-Key": "hidden-2", "X-Room": "7"}}}""".formatted(target.url(), type));
        assertThat(created.status()).as(created.text()).isEqualTo(201);

        JsonObject delivery = awaitDelivery(postMeasurement("room-7"), "delivered");

        ReceivedRequest request = target.requests().get(0);
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.header("Authorization")).isEqualTo("Bearer hidden-1");
        assertThat(request.header("X-Api-Key")).isEqualTo("hidden-2");
        assertThat(request.header("X-Room")).isEqualTo("7");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.json().getString("tenant")).isEqualTo("x");
        assertThat(delivery.toString()).doesNotContain("hidden");
    }

    @Test
    void aFilterThatOnlyBreaksDownIsDisabledAndItsOwnerIsTold() {
        String broken = subscribe(
                owner,
                Wish.to(
                        target.url("/broken"),
                        "$[?(@.eventType = \"%s\")].data.celsius[?(@ contains 1)]".formatted(type)));
        FakeTarget told = new FakeTarget();
        FakeTarget stranger = new FakeTarget();
        try (told;
                stranger) {
            String disabled =
                    "$[?(@.type = \"org.fanfare.subscription.disabled\" and @.subject = \"%s\")]".formatted(id(broken));
            subscribe(owner, Wish.to(told.url(), disabled));
            subscribe(owner.as(SharedFanfare.newUser()), Wish.to(stranger.url(), disabled));
            subscribe(operator, Wish.to(told.url("/operator"), disabled));

            for (int i = 0; i < 10; i++) {
                postMeasurement("room-" + i);
            }

            await().atMost(IN_TIME)
                    .untilAsserted(() -> assertThat(told.requests()).hasSize(2));
            JsonObject event = told.requests().get(0).json();
            assertThat(event.getJsonObject("data").getString("subscription")).isEqualTo(id(broken));
            assertThat(event.getJsonObject("data").getString("reason"))
                    .startsWith("The filter broke down 10 times in a row, last: ");
            JsonObject now = owner.get(broken).json();
            assertThat(now.get("disabled")).isNotEqualTo(JsonTexts.value("null"));
            assertThat(now.getString("error"))
                    .isEqualTo(event.getJsonObject("data").getString("reason"));
            assertThat(stranger.requests()).isEmpty();
            assertThat(target.requests()).isEmpty();
            assertOnlyTheOwnerSees(event.getString("source"));
        }
    }

    /** Fanfare's own events have "fanfare" for who submitted them; a user of that name is nobody special. */
    private void assertOnlyTheOwnerSees(String source) {
        String list = "/events?source=" + source;
        String event = operator.get(list).array().getJsonObject(0).getString("id");
        FanfareClient namesake = owner.as("fanfare");

        assertThat(owner.get("/events/" + event).status()).isEqualTo(200);
        assertThat(namesake.get("/events/" + event).status()).isEqualTo(404);
        assertThat(namesake.get(list).array()).isEmpty();
    }

    @Test
    void aFaultIsNotedAndOthersAreNotHarmed() {
        String broken = subscribe("[{\"/filters/jsonpath2\": \"$.data.celsius[?(@ contains 1)]\"}]");
        subscribe("[]");

        awaitDelivery(postMeasurement("room-7"), "delivered");

        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(owner.get(broken).json().getJsonObject("config"))
                        .containsKey("error"));
        assertThat(owner.get(broken).json().getJsonObject("config").getBoolean("disabled"))
                .isFalse();
    }

    private String subscribe(String filters) {
        Reply created = owner.post("/subscriptions", TO_TARGET.formatted(target.url(), type, filters));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return "/subscriptions/" + created.member("id");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String postMeasurement(String subject) {
        Reply accepted = producer.post("/receive", """
                {"specversion": "1.0", "id": "%s", "source": "/lab", "type": "%s", "subject": "%s", "floor": 3,
                 "data": {"celsius": 31.5}}""".formatted(UUID.randomUUID(), type, subject));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        return accepted.member("id");
    }
}
