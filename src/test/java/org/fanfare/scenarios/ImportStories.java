package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscriptions of a Pacifica service are taken over. */
abstract class ImportStories extends Pipeline {

    private static final String COLUMNS =
            "uuid,name,jsonpath,user,disabled,error,target_url,version,extensions,auth,created,updated,deleted\n";

    private final String uuid = UUID.randomUUID().toString();
    private FanfareClient admin;

    @BeforeEach
    void meetTheAdmin(Surroundings surroundings) {
        admin = surroundings.fanfare().client().as(SharedFanfare.ADMIN);
    }

    @Test
    void anImportedSubscriptionGetsItsEvents() {
        Reply taken =
                importCsv("?zone=America/Los_Angeles", row(uuid, target.url().toString(), ""));

        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(results(taken)).containsExactly("1 imported");
        JsonObject shown = owner.get("/eventmatch/" + uuid).json();
        assertThat(shown.getString("user")).isEqualTo(user);
        assertThat(shown.getString("created")).isEqualTo("2019-07-01T19:00:00.250000");
        assertThat(shown.getString("updated")).isEqualTo("2019-12-01T20:00:00");
        assertThat(shown.getJsonObject("auth").getJsonObject("basic").getString("password"))
                .isEqualTo("********");
        awaitDelivery(post(), "delivered");
        assertThat(target.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("Authorization")).isEqualTo("Basic dTpw");
            assertThat(request.text()).contains("\"comExampleExtension\"");
        });
    }

    @Test
    void toImportTheSameAgainChangesNothing() {
        String row = row(uuid, target.url().toString(), "");
        importCsv("", row);

        assertThat(results(importCsv("", row))).containsExactly("1 unchanged");
        String other = row.replace("{\"\"comExampleExtension\"\": 1}", "{}");
        assertThat(results(importCsv("", other, row))).containsExactly("1 exists", "2 unchanged");

        assertThat(owner.get("/eventmatch/" + uuid).json().getJsonObject("extensions"))
                .isNotEmpty();
    }

    @Test
    void aRehearsalWritesNothing() {
        String row = row(uuid, target.url().toString(), "");

        Reply told = importCsv("?dry-run=true", row, row);

        assertThat(told.json().getBoolean("dryRun")).isTrue();
        assertThat(results(told)).containsExactly("1 imported", "2 exists");
        assertThat(owner.get("/eventmatch/" + uuid).status()).isEqualTo(403);
    }

    @Test
    void whatIsWrongWithARowIsToldAndKeepsNoOtherFromBeingTaken() {
        Reply taken = importCsv(
                "",
                row(UUID.randomUUID().toString(), "http://10.0.0.1/hook", ""),
                row("1234", target.url().toString(), ""),
                row(UUID.randomUUID().toString(), target.url().toString(), "")
                        .replace("$[?", "$[[?")
                        .replace(user, ""),
                row(uuid, target.url().toString(), ""));

        assertThat(results(taken)).containsExactly("1 refused", "2 refused", "3 refused", "4 imported");
        List<JsonObject> rows = taken.json().getJsonArray("rows").getValuesAs(JsonObject.class);
        assertThat(pointers(rows.get(0))).containsExactly("/target_url");
        assertThat(pointers(rows.get(1))).containsExactly("/uuid");
        assertThat(pointers(rows.get(2))).containsExactlyInAnyOrder("/user", "/jsonpath");
        assertThat(taken.json().getInt("imported")).isEqualTo(1);
        assertThat(taken.json().getInt("refused")).isEqualTo(3);
    }

    @Test
    void whatWasDeletedOrDisabledIsSoHere() {
        String disabled = UUID.randomUUID().toString();
        String line = """
                {"uuid": "%s", "user": "%s", "name": "", "jsonpath": "$[?(@.eventType = \\"%s\\")]", "target_url": "%s", \
                "auth": "{}", %s}
                """;

        Reply taken = admin.call(
                "POST",
                "/admin/imports",
                Map.of("Content-Type", "application/x-ndjson"),
                line.formatted(uuid, user, type, target.url(), "\"deleted\": \"2020-01-01T00:00:00\"")
                        + line.formatted(
                                disabled,
                                user,
                                type,
                                target.url(),
                                "\"disabled\": \"2020-01-01T00:00:00\", \"error\": \"x\""));

        assertThat(results(taken)).containsExactly("1 imported", "2 imported");
        assertThat(owner.get("/eventmatch/" + uuid).status()).isEqualTo(403);
        assertThat(owner.get("/eventmatch/" + disabled).json().getString("error"))
                .isEqualTo("x");
    }

    @Test
    void anotherTenantsSubscriptionsAreImportedByAdminsOfTheServer() {
        String row = row(uuid, target.url().toString(), "");

        Reply taken = importCsv("?tenant=" + SharedFanfare.ACME, row);

        assertThat(results(taken)).containsExactly("1 imported");
        assertThat(owner.get("/eventmatch/" + uuid).status()).isEqualTo(403);
        assertThat(owner.of(SharedFanfare.ACME).get("/eventmatch/" + uuid).status())
                .isEqualTo(200);
        assertThat(results(importCsv("", row))).containsExactly("1 exists");
        assertThat(admin.of(SharedFanfare.ACME)
                        .call("POST", "/admin/imports", Map.of("Content-Type", "text/csv"), COLUMNS)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void onlyAdminsImport() {
        assertThat(operator.call("POST", "/admin/imports", Map.of("Content-Type", "text/csv"), COLUMNS)
                        .status())
                .isEqualTo(403);
        assertThat(admin.post("/admin/imports", "{}").status()).isEqualTo(415);
        assertThat(admin.call("POST", "/admin/imports", Map.of("Content-Type", "text/csv"), "\"")
                        .status())
                .isEqualTo(400);
    }

    private Reply importCsv(String query, String... rows) {
        return admin.call(
                "POST",
                "/admin/imports" + query,
                Map.of("Content-Type", "text/csv; charset=utf-8"),
                COLUMNS + String.join("", rows));
    }

    private String row(String id, String url, String deleted) {
        return """
                %s,"a ""wish"",
                of two lines","$[?(@.eventType = ""%s"")]",%s,,,%s,v0.1,"{""comExampleExtension"": 1}",\
                "{""type"": ""basic"", ""basic"": {""username"": ""u"", ""password"": ""p""}}",\
                2019-07-01 12:00:00.25,2019-12-01 12:00:00,%s
                """.formatted(id, type, user, url, deleted);
    }

    private static List<String> results(Reply reply) {
        return reply.json().getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                .map(row -> row.getInt("row") + " " + row.getString("result"))
                .toList();
    }

    private static List<String> pointers(JsonObject row) {
        return row.getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("pointer"))
                .toList();
    }
}
