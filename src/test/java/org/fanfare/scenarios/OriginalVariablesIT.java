package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts Fanfare with the environment of Pacifica Notifications gets what it says, and is told. */
class OriginalVariablesIT {

    @TempDir
    private Path directory;

    @Test
    void variablesAndFileOfTheOriginalHoldWhereFanfaresOwnDoNot() throws IOException {
        Path file = Files.writeString(directory.resolve("config.ini"), """
                [DEFAULT]
                default_user = carol
                [notifications]
                user_header = X-Remote-User
                """);
        Map<String, String> settings = Map.of(
                "NOTIFICATIONS_CONFIG", file.toString(),
                "USER_HEADER", "X-Beaten-By-The-File",
                "POLICY_URL", "http://127.0.0.1:1",
                "DATABASE_CONNECT_WAIT", "3",
                "FANFARE_DATABASE_CONNECT_WAIT", "PT1S",
                "BROKER_URL", "redis://localhost:6379/0");
        try (FanfareProcess fanfare = FanfareProcess.start("original-variables", settings)) {
            assertThat(fanfare.log())
                    .contains("taken from the configuration of Pacifica Notifications:"
                            + " DEFAULT.default_user in NOTIFICATIONS_CONFIG as fanfare.caller.default-user,"
                            + " POLICY_URL as fanfare.policy.url,"
                            + " notifications.user_header in NOTIFICATIONS_CONFIG as fanfare.caller.header\n")
                    .contains("no use for BROKER_URL:")
                    .doesNotContain("redis://");
            assertThat(ownerOfANewSubscription(fanfare.client(), Map.of())).isEqualTo("carol");
            assertThat(ownerOfANewSubscription(fanfare.client(), Map.of("X-Remote-User", "dave")))
                    .isEqualTo("dave");
        }
    }

    private static String ownerOfANewSubscription(FanfareClient client, Map<String, String> headers) {
        String body = Wish.unfulfilled().text();
        return client.call("POST", "/eventmatch", headers, body).member("user");
    }
}
