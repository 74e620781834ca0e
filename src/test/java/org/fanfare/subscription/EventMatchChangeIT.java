package org.fanfare.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDateTime;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Changing and deleting subscriptions (pacifica.md, 2.3 and 2.5, and what Fanfare does differently). */
@Wire
@ExtendWith(SharedFanfare.class)
class EventMatchChangeIT {

    private static final String BASIC = "{\"type\":\"basic\",\"basic\":{\"username\":\"u\",\"password\":\"s3cret\"}}";
    private static final String EXTENSIONS = "{\"com_example\":{\"a\":[1]}}";

    private FanfareClient client;
    private JsonObject created;
    private String path;

    @BeforeEach
    void subscribe(Surroundings surroundings) {
        client = surroundings.fanfare().client().as(SharedFanfare.newUser());
        created = client.post(
                        "/eventmatch",
                        Wish.unfulfilled()
                                .withJson("auth", BASIC)
                                .withJson("extensions", EXTENSIONS)
                                .text())
                .json();
        path = "/eventmatch/" + created.getString("uuid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    name       | "other"
                    jsonpath   | "$.data[*]"
                    target_url | "https://example.com/other"
                    version    | "v9"
                    disabled   | "2026-01-31T12:00:00"
                    error      | "because"
                    extensions | {"new": 1}
                    created    | "2020-01-31T12:00:00"
                    """)
    void putSetsOneMemberAndKeepsTheOthers(String member, String value) {
        Reply changed = client.put(path, "{\"" + member + "\": " + value + "}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text()).contains("\"" + member + "\": " + value);
        JsonObject expected = masked();
        assertThat(changed.json().keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((name, before) -> {
            if (!name.equals(member) && !name.equals("updated")) {
                assertThat(changed.json().get(name)).as(name).isEqualTo(before);
            }
        });
        assertThat(client.get(path).text()).isEqualTo(changed.text());
    }

    /** The look for other nodes' changes, twice a second, once put back into the cache what it had read before a change. */
    @Test
    void aChangeIsReadAtOnceAndStays() {
        for (int i = 0; i < 500; i++) {
            client.put(path, "{\"name\": \"" + i + "\"}");

            assertThat(client.get(path).json().getString("name")).isEqualTo(String.valueOf(i));
        }
    }

    @Test
    void putOfNothingOnlyTouchesUpdated() {
        JsonObject changed = client.put(path, "{}").json();

        assertThat(LocalDateTime.parse(changed.getString("updated")))
                .isAfter(LocalDateTime.parse(created.getString("updated")));
        assertThat(changed.get("extensions")).isEqualTo(created.get("extensions"));
        assertThat(changed.get("auth")).isEqualTo(masked().get("auth"));
    }

    @Test
    void emptyObjectsClearAuthAndExtensions() {
        JsonObject changed =
                client.put(path, "{\"auth\": {}, \"extensions\": {}}").json();

        assertThat(changed.getJsonObject("auth")).isEmpty();
        assertThat(changed.getJsonObject("extensions")).isEmpty();
    }

    @Test
    void onlyTheRequestThatSetsASecretIsToldIt() {
        assertThat(created.getJsonObject("auth").getJsonObject("basic").getString("password"))
                .isEqualTo("s3cret");
        assertThat(client.get(path).text())
                .contains("\"password\": \"********\"")
                .doesNotContain("s3cret");
        assertThat(client.get("/eventmatch").text())
                .contains("\"password\": \"********\"")
                .doesNotContain("s3cret");
        assertThat(client.put(path, "{\"name\": \"n\"}").text()).doesNotContain("s3cret");

        String other =
                "{\"auth\": {\"type\": \"header\", \"header\": {\"type\": \"Bearer\", \"credentials\": \"t0ken\"}}}";
        assertThat(client.put(path, other).text()).contains("\"credentials\": \"t0ken\"");
        assertThat(client.get(path).text())
                .contains(
                        "\"auth\": {\"type\": \"header\", \"header\": {\"type\": \"Bearer\", \"credentials\": \"********\"}}");
    }

    @Test
    void whatGetAnswersCanBePut() {
        Reply changed = client.put(path, client.get(path).text());

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().getJsonObject("extensions")).isEqualTo(created.getJsonObject("extensions"));
    }

    @Test
    void nullsEnableAgain() {
        client.put(path, "{\"disabled\": \"2026-01-31T12:00:00\", \"error\": \"because\"}");

        JsonObject enabled =
                client.put(path, "{\"disabled\": null, \"error\": null}").json();

        assertThat(enabled.get("disabled")).isEqualTo(JsonValue.NULL);
        assertThat(enabled.get("error")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void ownershipCannotBeMoved() {
        Reply refused = client.put(path, "{\"user\": \"somebody else\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/user");
        assertThat(client.get(path).member("user")).isEqualTo(created.getString("user"));
    }

    @Test
    void theUuidCannotBeChanged() {
        Reply refused = client.put(path, "{\"uuid\": \"" + UUID.randomUUID() + "\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/uuid");
    }

    @Test
    void aRefusedPutChangesNothing() {
        Reply refused = client.put(path, "{\"name\": \"other\", \"target_url\": \"ftp://example.org/\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(client.get(path).member("name")).isEqualTo("a wish");
    }

    @Test
    void deleteAnswersNothingAndHidesTheSubscription() {
        Reply deleted = client.delete(path);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text()).isEmpty();
        assertThat(deleted.header("Content-Type")).isEqualTo("application/json");
        assertThat(client.get("/eventmatch").text()).isEqualTo("[]");
        assertThat(client.get(path).status()).isEqualTo(403);
        assertThat(client.put(path, "{\"deleted\": null}").status()).isEqualTo(403);
        assertThat(client.delete(path).status()).isEqualTo(403);
    }

    @Test
    void aDeletedTimeDeletes() {
        Reply changed = client.put(path, "{\"deleted\": \"2026-01-31T12:00:00\"}");

        assertThat(changed.status()).isEqualTo(403);
        assertThat(client.get("/eventmatch").text()).isEqualTo("[]");
    }

    @Test
    void createdAsDeletedIsNotToBeSeen() {
        String body = Wish.unfulfilled().with("deleted", "2026-01-31T12:00:00").text();

        assertThat(client.post("/eventmatch", body).status()).isEqualTo(403);
        assertThat(client.get("/eventmatch").array()).hasSize(1);
    }

    private JsonObject masked() {
        return client.get(path).json();
    }
}
