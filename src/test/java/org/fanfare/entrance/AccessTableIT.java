package org.fanfare.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fanfare.testing.AccessTable;
import org.fanfare.testing.AccessTable.Row;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls every operation of docs/access.md as each role alone, and as nobody. */
@Wire
@ExtendWith(SharedFanfare.class)
class AccessTableIT {

    private static final String NO_TOKEN = "ffr_" + "0".repeat(64);

    private FanfareClient client;

    @BeforeEach
    void call(Surroundings surroundings) {
        client = surroundings.fanfare().client();
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscriber", "producer", "operator", "admin"})
    void eachRoleMayWhatTheTableSaysAndNothingElse(String role) {
        String token = tokenOf(role);
        List<String> wrong = new ArrayList<>();
        for (Row row : AccessTable.rows()) {
            Reply reply = call(row, token);
            boolean isLetIn = reply.status() != 401 && !reply.text().contains("/problems/role-missing");
            boolean isAnswered = isLetIn ? reply.status() < 500 : reply.status() == 403;
            if (isLetIn != row.isFor(role) || !isAnswered) {
                wrong.add(row.operation() + " " + reply.status() + " " + reply.text());
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyMayWhatTheTableDoesNotLeaveToAnybody() {
        List<String> wrong = new ArrayList<>();
        for (Row row : AccessTable.rows()) {
            Reply reply = call(row, NO_TOKEN);
            boolean isRefused = reply.status() == 401
                    && reply.header("WWW-Authenticate") != null
                    && reply.member("type").equals("/problems/unauthenticated");
            if (isRefused == row.isForAnybody() || reply.status() >= 500) {
                wrong.add(row.operation() + " " + reply.status() + " " + reply.text());
            }
        }

        assertThat(wrong).isEmpty();
    }

    private String tokenOf(String role) {
        String body = """
                {"name": "access table", "owner": "%s", "scopes": ["%s"]}""".formatted(SharedFanfare.newUser(), role);
        return client.as(SharedFanfare.ADMIN).post("/tokens", body).member("token");
    }

    /** With a body that no operation takes, so that nothing is made or lost. */
    private Reply call(Row row, String token) {
        String path = row.path()
                .replaceAll("\\{(id|uuid)}", UUID.randomUUID().toString())
                .replace("{name}", "jsonpath")
                .replace("{slug}", "forbidden");
        boolean hasBody = row.method().matches("POST|PUT");
        String type = path.equals("/admin/imports") ? "text/csv" : "application/json";
        Map<String, String> headers = hasBody
                ? Map.of("Authorization", "Bearer " + token, "Content-Type", type)
                : Map.of("Authorization", "Bearer " + token);
        return client.call(row.method(), path, headers, hasBody ? "{}" : "");
    }
}
