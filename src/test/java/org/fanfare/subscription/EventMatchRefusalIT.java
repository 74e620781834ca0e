package org.fanfare.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /eventmatch} refuses, and how (pacifica.md, 2.3 and 2.4, and what Fanfare does differently). */
@Wire
@ExtendWith(SharedFanfare.class)
class EventMatchRefusalIT {

    private static final String[] METHODS = {"DELETE", "GET", "HEAD", "POST", "PUT"};

    private FanfareClient client;

    @BeforeEach
    void call(Surroundings surroundings) {
        client = surroundings.fanfare().client().as(SharedFanfare.newUser());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    uuid       | "no uuid"                    | /uuid
                    uuid       | 5                            | /uuid
                    name       | 5                            | /name
                    name       | null                         | /name
                    jsonpath   | "$.a["                       | /jsonpath
                    jsonpath   | ""                           | /jsonpath
                    jsonpath   | []                           | /jsonpath
                    disabled   | true                         | /disabled
                    disabled   | "yesterday!"                 | /disabled
                    error      | {}                           | /error
                    target_url | "not a url"                  | /target_url
                    target_url | "ftp://example.org/"         | /target_url
                    target_url | "http://10.1.2.3/"           | /target_url
                    target_url | "http://[::1]/"              | /target_url
                    target_url | "http://0x7f.1/"             | /target_url
                    target_url | "http://169.254.169.254/"    | /target_url
                    target_url | "http://u:p@example.org/"    | /target_url
                    version    | null                         | /version
                    extensions | [1]                          | /extensions
                    extensions | null                         | /extensions
                    auth       | null                         | /auth
                    auth       | "basic"                      | /auth
                    auth       | {"type": "digest"}           | /auth/type
                    auth       | {"basic": {}}                | /auth/type
                    auth       | {"type": "header"}           | /auth/header
                    auth       | {"type": "basic", "basic": {"username": "u"}}                               | /auth/basic/password
                    auth       | {"type": "header", "header": {"type": "Bearer"}}                            | /auth/header/credentials
                    auth       | {"type": "header", "header": {"type": "A", "credentials": "b\\nHost: evil"}} | /auth/header/credentials
                    created    | null                         | /created
                    updated    | "soon"                       | /updated
                    deleted    | 1                            | /deleted
                    """)
    void aRefusedValueAnswers422WithAPointerOnPostAndPut(String member, String value, String pointer) {
        Reply onPost = client.post(
                "/eventmatch", Wish.unfulfilled().withJson(member, value).text());
        assertProblem(onPost, 422, "invalid");
        assertThat(onPost.pointers()).containsExactly(pointer);
        assertThat(client.get("/eventmatch").text()).isEqualTo("[]");

        String path = "/eventmatch/"
                + client.post("/eventmatch", Wish.unfulfilled().text()).member("uuid");
        Reply onPut = client.put(path, "{\"" + member + "\": " + value + "}");
        assertProblem(onPut, 422, "invalid");
        assertThat(onPut.pointers()).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "jsonpath", "target_url"})
    void whatMustBeThereAnswers422IfItIsNot(String member) {
        Reply refused =
                client.post("/eventmatch", Wish.unfulfilled().without(member).text());

        assertProblem(refused, 422, "invalid");
        assertThat(refused.pointers()).containsExactly("/" + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "version", "error", "jsonpath"})
    void aNulCharacterIsRefused(String member) {
        Reply refused = client.post(
                "/eventmatch", Wish.unfulfilled().with(member, "$[\"a\0b\"]").text());

        assertProblem(refused, 422, "invalid");
        assertThat(refused.pointers()).containsExactly("/" + member);
    }

    @Test
    void anExpressionBeyondTheConfiguredLimitsIsRefused() {
        for (String jsonpath : new String[] {"$" + " ".repeat(8190) + ".a", "$" + "[$".repeat(65) + "]".repeat(65)}) {
            Reply refused = client.post(
                    "/eventmatch", Wish.unfulfilled().with("jsonpath", jsonpath).text());

            assertProblem(refused, 422, "invalid");
            assertThat(refused.pointers()).containsExactly("/jsonpath");
            assertThat(refused.text()).containsAnyOf("at most 8192 characters", "at most 64 levels of nesting");
        }
    }

    @Test
    void aNameHasAtMost255Characters() {
        assertThat(client.post(
                                "/eventmatch",
                                Wish.unfulfilled().with("name", "é".repeat(255)).text())
                        .status())
                .isEqualTo(200);
        Reply refused = client.post(
                "/eventmatch", Wish.unfulfilled().with("name", "n".repeat(256)).text());
        assertProblem(refused, 422, "invalid");
        assertThat(refused.pointers()).containsExactly("/name");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Reply refused = client.post("/eventmatch", """
                {"uuid": 1, "name": 5, "jsonpath": "$.a[", "disabled": 0, "target_url": "gopher://x/",
                "extensions": [], "auth": {"type": "basic", "basic": {}}}""");

        assertProblem(refused, 422, "invalid");
        assertThat(refused.pointers())
                .containsExactly(
                        "/auth/basic/password",
                        "/auth/basic/username",
                        "/disabled",
                        "/extensions",
                        "/jsonpath",
                        "/name",
                        "/target_url",
                        "/uuid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "5", "null", "\"text\"", "{\"name\": }", "{} {}", "\uFEFF{}"})
    void whatIsNoJsonObjectAnswers400(String body) {
        Reply refused = client.post("/eventmatch", body);

        assertProblem(refused, 400, "malformed");
        assertThat(refused.pointers()).containsExactly("");
    }

    @Test
    void whatIsNotUtf8Answers400() {
        byte[] latin1 = Wish.unfulfilled().with("name", "é").text().getBytes(StandardCharsets.ISO_8859_1);

        Reply refused = client.call("POST", "/eventmatch", Map.of(), BodyPublishers.ofByteArray(latin1));

        assertProblem(refused, 400, "malformed");
    }

    @Test
    void aBodyOfMoreThanAMebibyteAnswers413() {
        String body = "{\"name\": \"" + "x".repeat(1 << 20) + "\"}";

        assertProblem(client.post("/eventmatch", body), 413, "too-large");
    }

    @Test
    void aFormAnswers400() {
        Reply refused = client.call(
                "POST",
                "/eventmatch",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Wish.unfulfilled().text());

        assertProblem(refused, 400, "malformed");
        assertThat(refused.json().getString("detail")).startsWith("Unexpected body parameters");
    }

    @Test
    void aUuidThatIsTakenAnswers409() {
        String body =
                Wish.unfulfilled().with("uuid", UUID.randomUUID().toString()).text();
        assertThat(client.post("/eventmatch", body).status()).isEqualTo(200);

        Reply refused = client.as(SharedFanfare.newUser()).post("/eventmatch", body);

        assertProblem(refused, 409, "conflict");
        assertThat(refused.pointers()).containsExactly("/uuid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void unknownForeignAndDeletedUuidsAnswerTheSame403(String method) {
        String foreign = create(client.as(SharedFanfare.newUser()));
        String deleted = create(client);
        client.delete("/eventmatch/" + deleted);

        String text = null;
        for (String uuid : new String[] {UUID.randomUUID().toString(), foreign, deleted}) {
            Reply refused = call(method, "/eventmatch/" + uuid);
            assertProblem(refused, 403, "forbidden");
            assertThat(refused.json().getString("detail")).isEqualTo("Forbidden");
            assertThat(text == null ? refused.text() : text).isEqualTo(refused.text());
            text = refused.text();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void aMalformedUuidAnswers400(String method) {
        for (String path : new String[] {"/eventmatch/1234", "/eventmatch?event_uuid=1234"}) {
            assertProblem(call(method, path), 400, "malformed");
        }
    }

    @Test
    void anUnknownQueryParameterAnswers404() {
        Reply refused = client.get("/eventmatch?a=1");

        assertProblem(refused, 404, "not-found");
        assertThat(refused.json().getString("detail")).isEqualTo("Unexpected query string parameters: a");
        assertProblem(
                client.call(
                        "POST", "/eventmatch?a=1", Map.of(), Wish.unfulfilled().text()),
                404,
                "not-found");
    }

    @Test
    void pathsThatAreNoneAnswer404() {
        String uuid = UUID.randomUUID().toString();

        assertProblem(client.get("/eventmatch/" + uuid + "/x"), 404, "not-found");
        assertProblem(client.post("/eventmatch/" + uuid, Wish.unfulfilled().text()), 404, "not-found");
        assertProblem(client.post("/eventmatch/x", Wish.unfulfilled().text()), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void withoutAUuidThereIsNothingToChange(String method) {
        Reply refused = call(method, "/eventmatch");

        assertProblem(refused, 404, "not-found");
        assertThat(refused.json().getString("detail")).isEqualTo("Missing parameters: event_uuid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "OPTIONS"})
    void otherMethodsAnswer405(String method) {
        for (String path : new String[] {"/eventmatch", "/eventmatch/", "/eventmatch/" + UUID.randomUUID()}) {
            assertProblem(client.call(method, path), 405, "method-not-allowed");
        }
    }

    @Test
    void aUserNameOfMoreThan255CharactersAnswers400() {
        assertThat(client.as("u".repeat(255)).get("/eventmatch").status()).isEqualTo(200);
        Reply refused = client.as("u".repeat(256)).get("/eventmatch");
        assertProblem(refused, 400, "malformed");
        assertThat(refused.pointers()).containsExactly("header:Http-Remote-User");
    }

    private static String create(FanfareClient owner) {
        return owner.post("/eventmatch", Wish.unfulfilled().text()).member("uuid");
    }

    private Reply call(String method, String path) {
        return method.equals("PUT") ? client.put(path, "{}") : client.call(method, path);
    }

    /** RFC 9457, and the Allow header that every answer of the resource has. */
    private static void assertProblem(Reply reply, int status, String slug) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        JsonObject problem = reply.json();
        assertThat(problem.getString("type")).isEqualTo("/problems/" + slug);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        boolean isOfTheResource = !problem.getString("detail").equals("Nothing matches the given URI.");
        if (isOfTheResource) {
            assertThat(reply.allowed()).containsExactly(METHODS);
        }
    }
}
