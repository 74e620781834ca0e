package org.fanfare.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
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

/** Creating and showing subscriptions on the Pacifica wire (pacifica.md, 2.1 to 2.4). */
@Wire
@ExtendWith(SharedFanfare.class)
class EventMatchIT {

    private static final String UUID_TEXT = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?";
    private static final String ALLOW = "DELETE, GET, HEAD, POST, PUT";

    private final String user = SharedFanfare.newUser();
    private FanfareClient anybody;
    private FanfareClient client;

    @BeforeEach
    void call(Surroundings surroundings) {
        anybody = surroundings.fanfare().client();
        client = anybody.as(user);
    }

    @Test
    void createAnswers200AndAllThirteenMembersInTheirOrder() {
        Reply created = client.post("/eventmatch", Wish.unfulfilled().text());

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.header("Content-Type")).isEqualTo("application/json");
        assertThat(created.header("Location")).isNull();
        assertThat(created.text()).matches("""
                \\{"uuid": "%1$s", "name": "a wish", "jsonpath": "\\$\\[\\?\\(@\\.eventType = \\\\"never\\\\"\\)\\]", \
                "user": "%2$s", "disabled": null, "error": null, "target_url": "http://example\\.org/hook", \
                "version": "v0\\.1", "extensions": \\{\\}, "auth": \\{\\}, "created": "%3$s", "updated": "%3$s", \
                "deleted": null\\}""".formatted(UUID_TEXT, user, TIME));
    }

    @Test
    void textIsAsciiWithPythonsSeparators() {
        Reply created = client.post(
                "/eventmatch",
                Wish.unfulfilled()
                        .with("name", "naïve \uD83D\uDE00 \"\\/\n")
                        .withJson("extensions", "{\"é\":[1,{\"a\":null}],\"b\":[true,\"\"]}")
                        .text());

        assertThat(created.text())
                .contains("\"name\": \"na\\u00efve \\ud83d\\ude00 \\\"\\\\/\\n\", \"jsonpath\": ")
                .contains("\"extensions\": {\"\\u00e9\": [1, {\"a\": null}], \"b\": [true, \"\"]}, \"auth\": ");
        assertThat(client.get("/eventmatch/" + created.member("uuid")).text()).isEqualTo(created.text());
    }

    @Test
    void aTrailingSlashChangesNothing() {
        Reply created = client.post("/eventmatch/", Wish.unfulfilled().text());

        assertThat(created.status()).isEqualTo(200);
        assertThat(client.get("/eventmatch/").array()).hasSize(1);
    }

    @Test
    void theCallerMayChooseWhatTheServiceWouldFillIn() {
        String uuid = UUID.randomUUID().toString();
        Reply created = client.post(
                "/eventmatch",
                Wish.unfulfilled()
                        .with("uuid", uuid)
                        .with("version", "v7")
                        .with("created", "2020-01-31T12:00:00")
                        .with("disabled", "2021-01-31 12:00:00.5")
                        .with("error", "away")
                        .text());

        assertThat(created.member("uuid")).isEqualTo(uuid);
        assertThat(created.member("version")).isEqualTo("v7");
        assertThat(created.member("created")).isEqualTo("2020-01-31T12:00:00");
        assertThat(created.member("disabled")).isEqualTo("2021-01-31T12:00:00.500000");
        assertThat(created.member("error")).isEqualTo("away");
    }

    @Test
    void timesWithAnOffsetAreShownInUtc() {
        Reply created = client.post(
                "/eventmatch",
                Wish.unfulfilled().with("created", "2020-01-31T12:00:00+02:00").text());

        assertThat(created.member("created")).isEqualTo("2020-01-31T10:00:00");
    }

    @Test
    void theUserIsTheHeadersWhateverTheBodySays() {
        Reply created = client.post(
                "/eventmatch", Wish.unfulfilled().with("user", "somebody else").text());

        assertThat(created.member("user")).isEqualTo(user);
    }

    @Test
    void withoutTheHeaderTheDefaultUserCalls() {
        Reply created = anybody.post("/eventmatch", Wish.unfulfilled().text());

        assertThat(created.member("user")).isEqualTo("default_user");
        assertThat(anybody.delete("/eventmatch/" + created.member("uuid")).status())
                .isEqualTo(200);
    }

    @Test
    void unknownMembersAndAnEmptyNameAreTaken() {
        Reply created = client.post(
                "/eventmatch",
                Wish.unfulfilled().with("name", "").with("save", "x").text());

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json()).hasSize(13).doesNotContainKey("save");
    }

    @Test
    void theMediaTypeOfTheBodyDoesNotMatter() {
        String body = Wish.unfulfilled().text();

        assertThat(client.call("POST", "/eventmatch", Map.of("Content-Type", "text/plain"), body)
                        .status())
                .isEqualTo(200);
        assertThat(client.call("POST", "/eventmatch", Map.of(), body).status()).isEqualTo(200);
    }

    @Test
    void headHasTheHeadersOfGet() {
        String path = "/eventmatch/"
                + client.post("/eventmatch", Wish.unfulfilled().text()).member("uuid");
        Reply got = client.get(path);
        Reply head = client.call("HEAD", path);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(got.header("Content-Type"));
        assertThat(head.header("Content-Length")).isEqualTo(got.header("Content-Length"));
        assertThat(head.header("Allow")).isEqualTo(ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
                "6ba7b8109dad11d180b400c04fd430c8",
                "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
                "%7B6ba7b810-9dad-11d1-80b4-00c04fd430c8%7D",
                "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8"
            })
    void aUuidHasManySpellings(String spelling) {
        String body = Wish.unfulfilled()
                .with("uuid", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
                .text();
        int status =
                client.as("owner of a known uuid").post("/eventmatch", body).status();
        assertThat(status).isIn(200, 409);

        Reply found = client.as("owner of a known uuid").get("/eventmatch/" + spelling);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.member("uuid")).isEqualTo("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    }

    @Test
    void theUuidMayStandInTheQuery() {
        Reply created = client.post("/eventmatch", Wish.unfulfilled().text());
        String path = "/eventmatch?event_uuid=" + created.member("uuid");

        assertThat(client.get(path).text()).isEqualTo(created.text());
        assertThat(client.put(path, "{\"name\": \"new\"}").member("name")).isEqualTo("new");
        assertThat(client.delete(path).status()).isEqualTo(200);
        assertThat(client.get(path).status()).isEqualTo(403);
    }

    @Test
    void eachSuccessNamesTheMethods() {
        Reply created = client.post("/eventmatch", Wish.unfulfilled().text());
        String path = "/eventmatch/" + created.member("uuid");

        assertThat(created.header("Allow")).isEqualTo(ALLOW);
        assertThat(client.get("/eventmatch").header("Allow")).isEqualTo(ALLOW);
        assertThat(client.get(path).header("Allow")).isEqualTo(ALLOW);
        assertThat(client.put(path, "{}").header("Allow")).isEqualTo(ALLOW);
        assertThat(client.delete(path).header("Allow")).isEqualTo(ALLOW);
    }
}
