package org.fanfare.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fanfare.testing.CommandRun;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Posted;
import org.fanfare.testing.PostgresServer;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask a server that runs. */
@ExtendWith(SharedFanfare.class)
class ServerCommandsIT {

    private static final Duration IN_TIME = Duration.ofSeconds(45);

    /** As the Pacifica service's ORM makes it. */
    private static final String TABLE = """
            create table "eventmatch" ("uuid" uuid not null primary key, "name" varchar(255) not null,
                "jsonpath" text not null, "user" varchar(255) not null, "disabled" timestamp, "error" text,
                "target_url" text not null, "version" varchar(255) not null, "extensions" text not null,
                "auth" text not null, "created" timestamp not null, "updated" timestamp not null, "deleted" timestamp)""";

    private final String type = Posted.newType();
    private final String user = SharedFanfare.newUser();
    private final String uuid = UUID.randomUUID().toString();
    private final FakeTarget target = new FakeTarget();
    private FanfareClient owner;
    private String url;

    @BeforeEach
    void meet(Surroundings surroundings) {
        owner = surroundings.fanfare().client().as(user);
        url = surroundings.fanfare().baseUrl().toString();
    }

    @AfterEach
    void part() {
        target.close();
    }

    @Test
    void eventsAreGotRetriedAndPurged() {
        String subscription = owner.post(
                        "/eventmatch", Wish.ofType(type, target.url()).text())
                .member("uuid");
        String event = owner.post("/receive", Posted.event(type)).text();
        awaitDeliveries(1);

        CommandRun got = asAdmin("eventget", event);
        assertThat(got.exit()).as(got.err()).isZero();
        assertThat(got.out().lines().toList().get(0)).matches(event + " \\(2\\S+\\) " + type + " \\S+ \\S+");
        assertThat(got.out().lines().toList().get(1))
                .matches("    ELM " + subscription + " \\(2\\S+\\) policy 200 target 204");
        CommandRun first = asAdmin("eventget", "--limit", "1");
        assertThat(first.out().lines().filter(line -> !line.startsWith("    ELM ")))
                .as(first.err())
                .hasSize(1);

        CommandRun retried = asAdmin("eventretry", event);
        assertThat(retried.out().strip()).isEqualTo(event + " - new 0, anew 1, under way 0");
        assertThat(retried.exit()).isZero();
        awaitDeliveries(2);

        assertThat(asAdmin("eventpurge", event).out().strip()).isEqualTo("purged 1, kept 0 that are still owed");
        assertThat(asAdmin("eventget", event).out()).isEmpty();
        assertThat(asAdmin("eventretry", event).exit()).isEqualTo(1);
        assertThat(asAdmin("eventpurge", "--older-than-date", "2020-01-01", "--date-format", "%Y-%m-%d")
                        .out())
                .startsWith("purged 0, kept 0");
    }

    @Test
    void onlyAdminsAreServed() {
        CommandRun refused = CommandRun.of(Map.of(), "eventget", "--url", url, "--user", user);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("403");
    }

    @Test
    void aStartAfterTheEndIsRefused() {
        CommandRun refused =
                asAdmin("eventget", "--start-date", "2026-01-31 12:00:00", "--end-date", "2026-01-30 12:00:00");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("The start date is after the end date.");
    }

    @Test
    void aFileIsImported(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("eventmatch.csv");
        Files.writeString(file, """
                uuid,name,jsonpath,user,target_url,created
                %s,mine,"$[?(@.eventType = ""%s"")]",%s,%s,2019-07-01 12:00:00
                %s,other,"$[?(",%s,%s,2019-07-01 12:00:00
                """.formatted(uuid, type, user, target.url(), UUID.randomUUID(), user, target.url()));

        CommandRun rehearsed = asAdmin("import", file.toString(), "--dry-run");
        assertThat(rehearsed.out()).endsWith("would be: imported 1, unchanged 0, exists 0, refused 1\n");
        CommandRun imported = asAdmin("import", file.toString());

        assertThat(imported.exit()).isEqualTo(1);
        assertThat(imported.out())
                .contains("row 2 ", " refused | ")
                .endsWith("imported 1, unchanged 0, exists 0, refused 1\n");
        owner.post("/receive", Posted.event(type));
        awaitDeliveries(1);
    }

    @Test
    void theTableOfAPacificaServiceIsImported() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = PostgresServer.embedded().start()) {
            execute(postgres, TABLE, """
                    insert into "eventmatch" values ('%s', 'mine', '$[?(@.eventType = "%s")]', '%s', null, null, '%s',
                        'v0.1', '{"k": 1}', '{"type": "header", "header": {"type": "Bearer", "credentials": "s3cret"}}',
                        '2019-07-01 12:00:00.123456', '2019-12-01 12:00:00', null)
                    """.formatted(uuid, type, user, target.url()));
            String from = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres";

            CommandRun imported = asAdmin("import", "--from", from, "--zone", "America/Los_Angeles");

            assertThat(imported.exit()).as(imported.err()).isZero();
            assertThat(imported.out()).isEqualTo("imported 1, unchanged 0, exists 0, refused 0\n");
            assertThat(owner.get("/eventmatch/" + uuid).member("created")).isEqualTo("2019-07-01T19:00:00.123456");
            owner.post("/receive", Posted.event(type));
            awaitDeliveries(1);
            assertThat(target.requests().get(0).header("Authorization")).isEqualTo("Bearer s3cret");
            assertThat(target.requests()
                            .get(0)
                            .json()
                            .getJsonObject("extensions")
                            .getInt("k"))
                    .isEqualTo(1);
            assertThat(asAdmin("import", "--from", from, "--zone", "America/Los_Angeles")
                            .out())
                    .isEqualTo("imported 0, unchanged 1, exists 0, refused 0\n");

            // More than one request takes: rows count on from one to the next.
            execute(postgres, """
                    insert into "eventmatch" select gen_random_uuid(), 'n', '$.never', '%s',
                        null, null, case number when 600 then 'not a url' else '%s' end, 'v0.1', '{}', '{}',
                        timestamp '2020-01-01 12:00:00' + number * interval '1 second', '2020-01-01 12:00:00', null
                    from generate_series(1, 600) number""".formatted(user, target.url()));
            CommandRun rehearsed = asAdmin("import", "--from", from, "--zone", "America/Los_Angeles", "--dry-run");
            assertThat(rehearsed.out())
                    .contains("row 601 ")
                    .endsWith("would be: imported 599, unchanged 1, exists 0, refused 1\n");
        }
    }

    private void awaitDeliveries(int count) {
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(target.requests()).hasSize(count));
    }

    private CommandRun asAdmin(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", url, "--user", SharedFanfare.ADMIN));
        return CommandRun.of(Map.of(), all.toArray(String[]::new));
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
