package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakePolicy;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.PayaraMicroOnly;
import org.fanfare.testing.Posted;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscriptions from a file, over several starts; and the rule of grace, with limits that a test can wait for. */
class StaticSubscriptionsIT {

    private static final String ENTRY = """
            {"key": "%s", "owner": "alice", "protocol": "HTTP", "sink": "%s", "types": ["%s"], "config": {"name": "%s"}}""";

    @TempDir
    private Path directory;

    private final String type = Posted.newType();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                  | must be a JSON array
            [{"key": "k", "owner": "a", "protocol": "HTTP", "sink": "ftp://x"}] | the subscription "k", /sink:
            """)
    @PayaraMicroOnly(because = "the launcher ends the process; a server goes on without the application")
    void aWrongFileStopsTheStart(String text, String sentence) throws IOException {
        Path file = file(text);
        try (FanfareProcess fanfare =
                FanfareProcess.begin("wrong-file", Map.of("FANFARE_SUBSCRIPTIONS_FILE", file.toString()))) {
            assertThat(fanfare.awaitExit()).isEqualTo(1);
            assertThat(fanfare.lastLine())
                    .startsWith("Fanfare cannot start: fanfare.subscriptions.file: ")
                    .contains(sentence);
        }
    }

    @Test
    void theFileIsWhatThereIsAfterEachStart() throws IOException {
        try (FakePolicy policy = new FakePolicy();
                FakeTarget target = new FakeTarget()) {
            Path file = file("[" + entry("one", target, "first") + "," + entry("two", target, "other") + "]");
            Map<String, String> settings = new HashMap<>(SharedFanfare.settings(policy));
            settings.put("FANFARE_SUBSCRIPTIONS_FILE", file.toString());
            settings.put("FANFARE_HEALTH_GRACE_FAILURES", "3");
            settings.put("FANFARE_HEALTH_GRACE_PERIOD", "PT2S");
            settings.put("FANFARE_DELIVERY_RETRY", "PT1S,PT1S,PT1S,PT1S,PT1S,PT1S,PT1S,PT1S,PT1S");
            try (FanfareProcess fanfare = FanfareProcess.start("static", settings)) {
                new Surroundings(fanfare, policy).warmUp();
                FanfareClient alice = fanfare.client().as("alice");
                String one = pathOf(alice, "first");
                String two = pathOf(alice, "other");
                itCannotBeChanged(alice, one);
                String event = deliverToBoth(alice);
                graceDisablesWhatFailsForLong(alice, target);

                Files.writeString(file, "[" + entry("one", target, "renamed") + "]");
                fanfare.stop();
                fanfare.restart();

                assertThat(pathOf(alice, "renamed")).as("in place").isEqualTo(one);
                assertThat(config(alice, one).getBoolean("disabled"))
                        .as("enabled by the change")
                        .isFalse();
                assertThat(alice.get("/events/" + event).json().getJsonArray("deliveries"))
                        .hasSize(2);
                assertThat(config(alice, two).getBoolean("disabled")).isTrue();
                assertThat(config(alice, two).getString("error"))
                        .isEqualTo("it is no longer in the file of static subscriptions");

                Files.writeString(
                        file, "[" + entry("two", target, "other") + "," + entry("one", target, "renamed") + "]");
                fanfare.stop();
                fanfare.restart();

                assertThat(config(alice, two).getBoolean("disabled")).isFalse();
                assertThat(pathOf(alice, "other")).isEqualTo(two);
                assertThat(alice.get("/subscriptions").array().stream()
                                .filter(each -> each.asJsonObject()
                                        .getJsonObject("config")
                                        .containsKey("static")))
                        .hasSize(2);
            }
        }
    }

    private static void itCannotBeChanged(FanfareClient alice, String path) {
        Reply refused = alice.put(path, alice.get(path).text());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("its key is \\\"one\\\"");
        assertThat(alice.delete(path).status()).isEqualTo(409);
        String eventMatch = path.replace("subscriptions", "eventmatch");
        assertThat(alice.put(eventMatch, "{\"disabled\": \"2026-01-31T12:00:00\"}")
                        .status())
                .isEqualTo(409);
        assertThat(alice.delete(eventMatch).status()).isEqualTo(409);
        assertThat(alice.delete("/subscriptions").text()).isEqualTo("{\"deleted\":0}");
        assertThat(alice.post(eventMatch + "/test", "").status()).isEqualTo(200);
        assertThat(config(alice, path).getBoolean("static")).isTrue();
    }

    private String deliverToBoth(FanfareClient alice) {
        String event = alice.post("/receive", Posted.event(type)).text();
        await().atMost(Pipeline.IN_TIME)
                .until(() -> alice.get("/events/" + event).text().split("\"delivered\"", -1).length == 3);
        return event;
    }

    /** The owner hears of it through another subscription, and the operator, too. */
    private void graceDisablesWhatFailsForLong(FanfareClient alice, FakeTarget target) {
        try (FakeTarget told = new FakeTarget()) {
            String announced = "$[?(@.type = \"org.fanfare.subscription.%s\")]";
            String warnings = alice.post(
                            "/eventmatch",
                            Wish.to(told.url("/warning"), announced.formatted("warning"))
                                    .text())
                    .member("uuid");
            String disablings = alice.post(
                            "/eventmatch",
                            Wish.to(told.url("/disabled"), announced.formatted("disabled"))
                                    .text())
                    .member("uuid");
            FanfareClient operator = alice.as(SharedFanfare.OPERATOR);
            operator.post(
                    "/eventmatch",
                    Wish.to(told.url("/operator"), announced.formatted("disabled"))
                            .text());
            target.answering(Answer.status(500));
            alice.post("/receive", Posted.event(type));

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(paths(told)).filteredOn("/disabled"::equals).hasSize(2);
                assertThat(paths(told)).filteredOn("/operator"::equals).hasSize(2);
                assertThat(paths(told)).contains("/warning");
            });
            target.answering(Answer.status(204));
            assertThat(alice.delete("/eventmatch/" + warnings).status()).isEqualTo(200);
            assertThat(alice.delete("/eventmatch/" + disablings).status()).isEqualTo(200);
        }
    }

    private static List<String> paths(FakeTarget target) {
        return target.requests().stream().map(ReceivedRequest::path).toList();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("subscriptions.json"), text);
    }

    private String entry(String key, FakeTarget target, String name) {
        return ENTRY.formatted(key, target.url(), type, name);
    }

    private static JsonObject config(FanfareClient client, String path) {
        return client.get(path).json().getJsonObject("config");
    }

    private static String pathOf(FanfareClient client, String name) {
        return client.get("/subscriptions").array().getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getJsonObject("config").getString("name").equals(name))
                .map(each -> "/subscriptions/" + each.getString("id"))
                .findFirst()
                .orElseThrow();
    }
}
