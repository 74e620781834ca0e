package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Posted;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.Yaml;

/**
 * An id of another tenant is answered as one that does not exist, to whoever asks: each operation of the API's description
 * with an id in its path is tried with both.
 */
@ExtendWith(SharedFanfare.class)
class OtherTenantsIdsIT {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** What belongs to nobody. */
    private static final Set<String> FOR_ALL = Set.of("filters", "problems");

    /** Bodies with which an operation gets as far as to look for the id. */
    private static final Map<String, String> BODIES = Map.of(
            "put /eventmatch/{uuid}", "{\"name\": \"mine\"}",
            "put /subscriptions/{id}",
                    "{\"protocol\": \"HTTP\", \"sink\": \"http://example.org/\", \"types\": [\"never\"]}",
            "post /eventmatch/{uuid}/recover", "{\"since\": \"2026-01-31T12:00:00\"}",
            "post /eventmatch/{uuid}/replay", "{\"since\": \"2026-01-31T12:00:00\"}");

    private final String type = Posted.newType();
    private final String user = SharedFanfare.newUser();
    private final FakeTarget target = new FakeTarget();
    private FanfareClient owner;
    private String subscription;
    private String event;
    private String delivery;
    private String job;

    @BeforeEach
    void fillATenant(Surroundings surroundings) {
        owner = surroundings.fanfare().client().as(user).of(SharedFanfare.ACME);
        subscription = owner.post("/eventmatch", Wish.ofType(type, target.url()).text())
                .member("uuid");
        event = owner.post("/receive", Posted.event(type)).text();
        await().atMost(Pipeline.IN_TIME)
                .until(() -> owner.get("/deliveries?state=delivered").array().size() == 1);
        delivery = owner.get("/deliveries").array().getJsonObject(0).getString("id");
        job = owner.post("/events/" + event + "/replay", "{}").member("id");
        await().atMost(Pipeline.IN_TIME)
                .until(() -> owner.get("/jobs/" + job).member("state").equals("done"));
    }

    @AfterEach
    void empty() {
        owner.delete("/eventmatch/" + subscription);
        target.close();
    }

    @Test
    void isAnsweredAsOneThatDoesNotExist() throws IOException {
        String before = owner.get("/eventmatch/" + subscription).text();
        List<String> tried = new ArrayList<>();
        for (String operation : operationsOnIds()) {
            String[] methodAndPath = operation.split(" ");
            for (FanfareClient stranger : strangersTo(methodAndPath[1])) {
                Reply theirs = call(stranger, operation, id(methodAndPath[1]));
                Reply nobodys = call(stranger, operation, UUID.randomUUID().toString());

                assertThat(theirs.status()).as(operation).isIn(403, 404);
                assertAlike(operation, theirs, nobodys);
            }
            tried.add(operation);
        }

        assertThat(tried)
                .as("the walk has found the operations")
                .contains("get /events/{id}", "delete /eventmatch/{uuid}", "post /jobs/{id}/cancel")
                .hasSizeGreaterThan(20);
        assertThat(owner.get("/eventmatch/" + subscription).text()).isEqualTo(before);
        assertThat(owner.get("/events/" + event).status()).isEqualTo(200);
    }

    @Test
    void isAnsweredSoAlsoWhereItStandsInAQueryOrABody() {
        for (FanfareClient stranger : strangers()) {
            String mine = stranger.post("/receive", Posted.event(type)).text();
            for (String path : List.of(
                    "/events/" + mine + "/explain?subscription=ID",
                    "/deliveries?subscription=ID",
                    "/deliveries?event=ID",
                    "/eventmatch?event_uuid=ID")) {
                String theirId = path.contains("event=") ? event : subscription;
                assertAlike(
                        path,
                        stranger.get(path.replace("ID", theirId)),
                        stranger.get(path.replace("ID", UUID.randomUUID().toString())));
            }
            assertBodiesAlike(stranger, "/expressions/test", "{\"expression\": \"$\", \"event_id\": \"ID\"}", event);
            assertBodiesAlike(stranger, "/events/" + mine + "/replay", "{\"subscription\": \"ID\"}", subscription);
        }
    }

    /** Tokens of all tenants are the matter of the default tenant's admins. */
    private List<FanfareClient> strangersTo(String path) {
        List<FanfareClient> all = strangers();
        return path.startsWith("/tokens/") ? all.subList(0, all.size() - 1) : all;
    }

    /** The last is an admin of the default tenant. */
    private List<FanfareClient> strangers() {
        FanfareClient globex = owner.of(SharedFanfare.GLOBEX);
        FanfareClient plain = owner.of(null);
        return List.of(
                globex,
                globex.as(SharedFanfare.OPERATOR),
                globex.as(SharedFanfare.ADMIN),
                plain,
                plain.as(SharedFanfare.OPERATOR),
                plain.as(SharedFanfare.ADMIN));
    }

    private static void assertBodiesAlike(FanfareClient stranger, String path, String body, String theirId) {
        assertAlike(
                path,
                stranger.post(path, body.replace("ID", theirId)),
                stranger.post(path, body.replace("ID", UUID.randomUUID().toString())));
    }

    private static void assertAlike(String what, Reply theirs, Reply nobodys) {
        assertThat(theirs.status()).as(what).isEqualTo(nobodys.status());
        assertThat(withoutIds(theirs.text())).as(what).isEqualTo(withoutIds(nobodys.text()));
        assertThat(headers(theirs)).as(what).isEqualTo(headers(nobodys));
    }

    /** But for the one with which the server says now and then that it ends the connection. */
    private static Set<String> headers(Reply reply) {
        Set<String> names = new TreeSet<>(reply.response().headers().map().keySet());
        names.remove("connection");
        return names;
    }

    private static String withoutIds(String text) {
        return text.replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "an id");
    }

    private static Reply call(FanfareClient caller, String operation, String id) {
        String[] methodAndPath = operation.split(" ");
        String path = methodAndPath[1].replaceAll("\\{\\w+}", id);
        String method = methodAndPath[0].toUpperCase(Locale.ROOT);
        if (method.equals("GET") || method.equals("DELETE")) {
            return caller.call(method, path);
        }
        return caller.call(
                method,
                path,
                Map.of("Content-Type", "application/json"),
                BodyPublishers.ofString(BODIES.getOrDefault(operation, "{}")));
    }

    /** The id in a path of the first tenant's; whoever adds a path with an id says here which it is. */
    private String id(String path) {
        return switch (path.split("/")[1]) {
            case "events" -> event;
            case "eventmatch", "subscriptions", "handshakes" -> subscription;
            case "deliveries" -> delivery;
            case "jobs" -> job;
            case "tokens" -> token();
            default -> throw new AssertionError("Which id is it in " + path + "?");
        };
    }

    private String token() {
        return owner.post("/tokens", "{\"name\": \"a token\", \"scopes\": [\"subscriber\"]}")
                .member("id");
    }

    private static List<String> operationsOnIds() throws IOException {
        try (InputStream document = OtherTenantsIdsIT.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            Map<String, Map<String, Map<String, Object>>> description = new Yaml().load(document);
            List<String> operations = new ArrayList<>();
            description
                    .get("paths")
                    .forEach((path, item) -> item.keySet().stream()
                            .filter(METHODS::contains)
                            .filter(method -> path.contains("{") && !FOR_ALL.contains(path.split("/")[1]))
                            .forEach(method -> operations.add(method + " " + path)));
            return operations;
        }
    }
}
