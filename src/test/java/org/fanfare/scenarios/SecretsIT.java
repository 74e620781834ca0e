package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fanfare.testing.FakePolicy;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.Posted;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Secrets at rest, looked at in the database itself, over restarts with other master keys. */
class SecretsIT {

    private static final Duration IN_TIME = Duration.ofSeconds(60);
    private static final String A = "a:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String B =
            "b:" + Base64.getEncoder().encodeToString("b".repeat(32).getBytes(StandardCharsets.UTF_8));
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final FakePolicy policy = new FakePolicy();
    private final FakeTarget target = new FakeTarget();
    private final String type = Posted.newType();
    private final FanfareProcess fanfare = FanfareProcess.start("secrets", settings(A));
    private final FanfareClient owner = fanfare.client().as(SharedFanfare.newUser());

    @AfterEach
    void close() {
        fanfare.close();
        target.close();
        policy.close();
    }

    @Test
    void rowsNeverHoldPlaintextAndMasterKeysCanBeReplaced() throws SQLException {
        String basic = "/eventmatch/"
                + owner.post("/eventmatch", withPassword("hidden-1")).member("uuid");
        owner.post("/subscriptions", """
                {"sink": "%s", "protocol": "HTTP", "types": ["%s"], "config": {"signing": {"secret": "%s"}},
                 "sinkcredential": {"credentialtype": "PLAIN", "identifier": "u", "secret": "hidden-2"},
                 "protocolsettings": {"headers": {"X-Api-Key": "hidden-3"}}}""".formatted(target.url("/two"), type, SECRET));
        assertThat(owner.put(basic, withPassword("hidden-4")).status()).isEqualTo(200);
        fanfare.stop();
        assertThat(rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row)
                        .contains("sealed:v1:a:")
                        .doesNotContain("hidden", "whsec", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        asBefore(basic, "{\"type\":\"basic\",\"basic\":{\"username\":\"u\",\"password\":\"hidden-5\"}}");
        fanfare.restart(settings(B + "," + A));
        assertThat(fanfare.log()).contains("secrets sealed subscriptions=1 unreadable=0 key=b");
        assertThat(fanfare.client()
                        .as(SharedFanfare.OPERATOR)
                        .call("POST", "/secrets/rotate")
                        .text())
                .isEqualTo("{\"sealed\":1,\"unreadable\":0,\"key\":\"b\"}");
        fanfare.stop();
        assertThat(rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).contains("sealed:v1:b:").doesNotContain("sealed:v1:a:", "hidden"));

        fanfare.restart(settings(B));
        owner.post("/receive", Posted.event(type));
        await().atMost(IN_TIME).until(() -> target.requests().size() == 2);
        ReceivedRequest first = requestTo("/one");
        ReceivedRequest second = requestTo("/two");
        assertThat(first.header("Authorization")).isEqualTo(basic("u:hidden-5"));
        assertThat(second.header("Authorization")).isEqualTo(basic("u:hidden-2"));
        assertThat(second.header("X-Api-Key")).isEqualTo("hidden-3");
        assertThat(second.header("webhook-signature")).startsWith("v1,");
    }

    @Test
    void aMissingKeyOrDialectHurtsNobodyElse() throws SQLException {
        String locked = "/eventmatch/"
                + owner.post("/eventmatch", withPassword("hidden")).member("uuid");
        String faxed = "/eventmatch/"
                + owner.post(
                                "/eventmatch",
                                Wish.ofType(type, target.url("/fax")).text())
                        .member("uuid");
        fanfare.stop();
        change("update subscription set delivery_dialect = 'fax' where id = '%s'".formatted(idOf(faxed)));

        fanfare.restart(settings(B));
        assertThat(fanfare.log()).contains("a key that is not configured, they cannot be used key=a");
        String fine =
                "/eventmatch/" + owner.post("/eventmatch", withPassword("fine")).member("uuid");
        owner.post("/receive", Posted.event(type));

        await().atMost(IN_TIME)
                .until(() -> state(locked).equals("failed") && state(faxed).equals("failed"));
        assertThat(state(fine)).isEqualTo("delivered");
        assertThat(delivery(locked).getString("reason"))
                .contains(
                        "a secret cannot be opened: it was sealed with the key 'a', which is not configured, incident ");
        assertThat(delivery(faxed).getString("reason"))
                .isEqualTo("the dialect 'fax' of the subscription is not there any more");
        assertThat(owner.get("/eventmatch").array()).hasSize(3);
        assertThat(owner.get("/subscriptions").array()).hasSize(3);
        assertThat(owner.get(locked).json().getJsonObject("auth")).isEmpty();

        String unlocked = """
                {"sink": "%s", "protocol": "HTTP", "types": ["%s"]%s}""";
        String path = locked.replace("eventmatch", "subscriptions");
        assertThat(owner.put(path, unlocked.formatted(target.url("/one"), type, ""))
                        .status())
                .isEqualTo(200);
        Reply healed = owner.put(path, unlocked.formatted(target.url("/one"), type, """
                , "sinkcredential": {"credentialtype": "PLAIN", "identifier": "u", "secret": "new"}"""));
        assertThat(healed.status()).as(healed.text()).isEqualTo(200);
        owner.post("/receive", Posted.event(type));
        await().atMost(IN_TIME)
                .until(() -> target.requests().stream()
                        .anyMatch(request -> basic("u:new").equals(request.header("Authorization"))));
    }

    private String withPassword(String password) {
        return Wish.ofType(type, target.url("/one"))
                .withJson(
                        "auth",
                        "{\"type\":\"basic\",\"basic\":{\"username\":\"u\",\"password\":\"%s\"}}".formatted(password))
                .text();
    }

    private ReceivedRequest requestTo(String path) {
        return target.requests().stream()
                .filter(request -> request.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private String state(String path) {
        JsonObject delivery = delivery(path);
        return delivery == null ? "" : delivery.getString("state");
    }

    private JsonObject delivery(String path) {
        List<JsonObject> all = owner.get(path + "/deliveries").array().getValuesAs(JsonObject.class);
        return all.isEmpty() ? null : all.get(0);
    }

    /** As a Fanfare that sealed nothing has left the row. */
    private void asBefore(String path, String auth) throws SQLException {
        change("update subscription set auth = '%s', secrets_key = null where id = '%s'".formatted(auth, idOf(path)));
    }

    /** All that the rows of subscriptions hold, as text. */
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from subscription")) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.append(result.getString(column)).append('\n');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + fanfare.home().resolve("database").resolve("fanfare"), "fanfare", "fanfare");
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> settings(String keys) {
        Map<String, String> settings = new HashMap<>(SharedFanfare.settings(policy));
        settings.put("FANFARE_SECRETS_KEYS", keys);
        return settings;
    }
}
