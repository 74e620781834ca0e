package org.fanfare.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.JsonTexts;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The CloudEvents Subscriptions API, and {@code /eventmatch} beside it. */
@Wire
@ExtendWith(SharedFanfare.class)
class SubscriptionsIT {

    private static final String FULL = """
            {"source": "/lab/north", "types": ["a", "b"], "sink": "http://example.org/hook", "protocol": "HTTP",
             "filters": [{"prefix": {"subject": "room"}}, {"/filters/jsonpath2": "$.data"}],
             "config": {"name": "rooms", "extensions": {"tenant": "x"}, "delivery": "pacifica", "disabled": true},
             "sinkcredential": {"credentialtype": "PLAIN", "identifier": "u", "secret": "hidden-1"},
             "protocolsettings": {"method": "PUT", "headers": {"X-Api-Key": "hidden-2", "X-Room": "7"}}}""";

    private static final String LEAST = """
            {"sink": "http://example.org/hook", "protocol": "HTTP"}""";

    private FanfareClient client;

    @BeforeEach
    void call(Surroundings surroundings) {
        client = surroundings.fanfare().client().as(SharedFanfare.newUser());
    }

    @Test
    void whatIsCreatedIsAnsweredShownAndListedWithoutItsSecrets() {
        Reply created = client.post("/subscriptions", FULL);
        String id = created.member("id");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith("/subscriptions/" + id);
        assertThat(created.json()).isEqualTo(JsonTexts.object("""
                {"id": "%s", "source": "/lab/north", "types": ["a", "b"],
                 "config": {"name": "rooms", "extensions": {"tenant": "x"}, "delivery": "pacifica", "disabled": true},
                 "filters": [{"prefix": {"subject": "room"}}, {"/filters/jsonpath2": "$.data"}],
                 "sink": "http://example.org/hook",
                 "sinkcredential": {"credentialtype": "PLAIN", "identifier": "u"},
                 "protocol": "HTTP",
                 "protocolsettings": {"method": "PUT", "headers": {"X-Api-Key": "********", "X-Room": "7"}}}""".formatted(id)));
        assertThat(client.get("/subscriptions/" + id).json()).isEqualTo(created.json());
        assertThat(client.get("/subscriptions").array()).containsExactly(created.json());
        assertThat(created.text() + client.get("/subscriptions").text()).doesNotContain("hidden");
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        JsonObject created = client.post("/subscriptions", LEAST).json();

        assertThat(created.getJsonArray("filters")).isEmpty();
        assertThat(created.getJsonObject("config").getString("delivery")).isEqualTo("cloudevents-structured");
        assertThat(created.getJsonObject("config").getBoolean("disabled")).isFalse();
        assertThat(created.getJsonObject("protocolsettings").getString("method"))
                .isEqualTo("POST");
        assertThat(created).doesNotContainKeys("source", "types", "sinkcredential");
    }

    @Test
    void aPutReplacesEverythingButTheSecretsItLeavesOut() {
        String path = "/subscriptions/" + client.post("/subscriptions", FULL).member("id");

        Reply replaced = client.put(path, """
                {"sink": "http://example.org/other", "protocol": "HTTP",
                 "sinkcredential": {"credentialtype": "PLAIN", "identifier": "v"},
                 "protocolsettings": {"headers": {"X-Api-Key": "********"}}}""");

        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(replaced.json()).doesNotContainKeys("source", "types");
        assertThat(replaced.json().getJsonArray("filters")).isEmpty();
        assertThat(replaced.json().getJsonObject("config").getBoolean("disabled"))
                .isFalse();
        assertThat(replaced.json().getJsonObject("sinkcredential").getString("identifier"))
                .isEqualTo("v");
        assertThat(client.put(path, LEAST).json()).containsKey("sinkcredential");
        assertThat(client.put(path, LEAST.replace("\"protocol\"", "\"sinkcredential\": null, \"protocol\""))
                        .json())
                .doesNotContainKey("sinkcredential");
    }

    @Test
    void whatAnAnswerShowsCanBePutBack() {
        Reply created = client.post("/subscriptions", FULL);
        String path = "/subscriptions/" + created.member("id");

        assertThat(client.put(path, created.text()).json()).isEqualTo(created.json());
    }

    @Test
    void anAccessTokenIsOnlyShownAsSuch() {
        Reply created = client.post("/subscriptions", """
                {"sink": "http://example.org/hook", "protocol": "HTTP", "sinkcredential":
                 {"credentialtype": "ACCESSTOKEN", "accesstoken": "hidden", "accesstokenexpiresutc": "2199-01-01T00:00:00Z"}}""");

        assertThat(created.json().getJsonObject("sinkcredential")).isEqualTo(JsonTexts.object("""
                {"credentialtype": "ACCESSTOKEN", "accesstokentype": "Bearer", "accesstokenexpiresutc": "2199-01-01T00:00:00Z"}"""));
    }

    @Test
    void whatIsDeletedIsGone() {
        String path = "/subscriptions/" + client.post("/subscriptions", LEAST).member("id");

        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.delete(path).status()).isEqualTo(404);
        assertThat(client.put(path, LEAST).status()).isEqualTo(404);
        assertThat(client.get("/subscriptions").array()).isEmpty();
    }

    @Test
    void anotherUserSeesNothingOfIt() {
        String path = "/subscriptions/" + client.post("/subscriptions", LEAST).member("id");
        FanfareClient other = client.as(SharedFanfare.newUser());

        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.put(path, LEAST).status()).isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @Test
    void theMethodsAreNamed() {
        assertThat(client.call("OPTIONS", "/subscriptions").allowed()).contains("GET", "POST", "OPTIONS");
        assertThat(client.call("OPTIONS", "/subscriptions/x").allowed()).contains("GET", "PUT", "DELETE", "OPTIONS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sink           | null                                                     | /sink
            sink           | "ftp://example.org/"                                     | /sink
            sink           | "http://10.1.2.3/"                                       | /sink
            protocol       | null                                                     | /protocol
            protocol       | "http"                                                   | /protocol
            protocol       | "KAFKA"                                                  | /protocol
            types          | "a"                                                      | /types
            types          | ["a", ""]                                                | /types/1
            source         | "a b"                                                    | /source
            source         | ""                                                       | /source
            filter         | []                                                       | /filter
            filters        | {}                                                       | /filters
            filters        | [{"sql": "("}]                                           | /filters/0/sql
            filters        | [{"/filters/jsonpath2": "$["}]                           | /filters/0/~1filters~1jsonpath2
            filters        | [{"regexp": ".*"}]                                       | /filters/0/regexp
            config         | []                                                       | /config
            config         | {"retries": 5}                                           | /config/retries
            config         | {"delivery": "binary"}                                   | /config/delivery
            config         | {"disabled": "yes"}                                      | /config/disabled
            config         | {"extensions": 5}                                        | /config/extensions
            protocolsettings | {"method": "GET"}                                      | /protocolsettings/method
            protocolsettings | {"topic": "x"}                                         | /protocolsettings/topic
            protocolsettings | {"headers": {"Content-Type": "a/b"}}                   | /protocolsettings/headers/Content-Type
            protocolsettings | {"headers": {"Authorization": "x"}}                    | /protocolsettings/headers/Authorization
            protocolsettings | {"headers": {"X": "a\\r\\nB: c"}}                      | /protocolsettings/headers/X
            protocolsettings | {"headers": {"X": 5}}                                  | /protocolsettings/headers/X
            sinkcredential | {"credentialtype": "REFRESHTOKEN"}                       | /sinkcredential/credentialtype
            sinkcredential | {"credentialtype": "plain"}                              | /sinkcredential/credentialtype
            sinkcredential | {"credentialtype": "PLAIN", "secret": "s"}               | /sinkcredential/identifier
            sinkcredential | {"credentialtype": "PLAIN", "identifier": "u"}           | /sinkcredential/secret
            sinkcredential | {"credentialtype": "ACCESSTOKEN"}                        | /sinkcredential/accesstoken
            sinkcredential | {"credentialtype": "ACCESSTOKEN", "accesstoken": "t", "accesstokenexpiresutc": "soon"} | /sinkcredential/accesstokenexpiresutc
            sinkcredential | {"credentialtype": "PLAIN", "identifier": "u", "secret": "s", "password": "p"} | /sinkcredential/password
            """)
    void whatIsWrongIsRefusedByItsPlace(String member, String value, String pointer) {
        String body = JsonTexts.with(LEAST, member, value).toString();

        Reply refused = client.post("/subscriptions", body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.pointers()).containsExactly(pointer);
        assertThat(client.get("/subscriptions").array()).isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Reply refused = client.post("/subscriptions", """
                {"filters": [{"sql": "("}], "config": {"x": 1}, "sink": "nowhere"}""");

        assertThat(refused.pointers()).containsExactlyInAnyOrder("/filters/0/sql", "/config/x", "/sink", "/protocol");
    }

    @Test
    void aBodyThatIsNoJsonObjectIsMalformed() {
        assertThat(client.post("/subscriptions", "[]").status()).isEqualTo(400);
        assertThat(client.post("/subscriptions", "{").status()).isEqualTo(400);
        assertThat(client.call("POST", "/subscriptions", Map.of("Content-Type", "text/plain"), LEAST)
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $.data               | /filters/jsonpath2
            data                 | /filters/jsonpath2
            $.a[?@.b == 1]       | /filters/jsonpath
            """)
    void whatEventMatchCreatesIsOneFilterHere(String jsonpath, String dialect) {
        String id = client.post("/eventmatch", """
                        {"name": "n", "jsonpath": "%s", "target_url": "http://example.org/hook",
                         "auth": {"type": "header", "header": {"type": "Bearer", "credentials": "hidden"}}}""".formatted(jsonpath)).member("uuid");

        JsonObject shown = client.get("/subscriptions/" + id).json();

        assertThat(shown.getJsonArray("filters"))
                .isEqualTo(JsonTexts.array("[{\"%s\": \"%s\"}]".formatted(dialect, jsonpath)));
        assertThat(shown.getJsonObject("config").getString("name")).isEqualTo("n");
        assertThat(shown.getJsonObject("config").getString("delivery")).isEqualTo("pacifica");
        assertThat(shown.getJsonObject("sinkcredential")).doesNotContainValue(JsonTexts.value("\"hidden\""));
        assertThat(client.put("/subscriptions/" + id, shown.toString()).json()).isEqualTo(shown);
        assertThat(client.get("/eventmatch/" + id).member("jsonpath")).isEqualTo(jsonpath);
    }

    @Test
    void oneUnmistakableExpressionIsEditableOnEventMatch() {
        String id = client.post(
                        "/subscriptions",
                        JsonTexts.with(LEAST, "filters", "[{\"/filters/jsonpath2\": \"$.data\"}]")
                                .toString())
                .member("id");

        assertThat(client.get("/eventmatch/" + id).member("jsonpath")).isEqualTo("$.data");
        assertThat(client.put("/eventmatch/" + id, "{\"jsonpath\": \"$.other\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/subscriptions/" + id).json().getJsonArray("filters"))
                .isEqualTo(JsonTexts.array("[{\"/filters/jsonpath2\": \"$.other\"}]"));
    }

    /** The text of the second means something else in jsonpath2, which is what {@code /eventmatch} would take it for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "filters"  | [{"/filters/jsonpath2": "$.data"}, {"sql": "TRUE"}]   | "$.data"
            "filters"  | [{"/filters/jsonpath": "$.data[?(@.x > 1)]"}]          | null
            "filters"  | [{"sql": "TRUE"}]                                      | null
            "filters"  | []                                                     | null
            "types"    | ["t"]                                                  | null
            """)
    void whatEventMatchCannotHoldItShowsAndDoesNotChange(String member, String value, String jsonpath) {
        String id = client.post(
                        "/subscriptions",
                        JsonTexts.with(LEAST, member.replace("\"", ""), value).toString())
                .member("id");

        Reply shown = client.get("/eventmatch/" + id);
        assertThat(shown.json().get("jsonpath")).isEqualTo(JsonTexts.value(jsonpath));
        assertThat(shown.json()).hasSize(13);

        Reply refused = client.put("/eventmatch/" + id, "{\"name\": \"other\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("/subscriptions/" + id);
        assertThat(client.delete("/eventmatch/" + id).status()).isEqualTo(200);
        assertThat(client.get("/subscriptions/" + id).status()).isEqualTo(404);
    }
}
