package org.fanfare.testing;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one running Fanfare with a policy, started by the first of them and closed after the last. Its state is
 * shared, so each test takes users and event types of its own.
 */
public final class SharedFanfare implements ParameterResolver {

    /** Who sees all events. */
    public static final String OPERATOR = "olga the operator";

    /** Who may do everything. */
    public static final String ADMIN = "ada the admin";

    /** Tenants in which there are an operator and an admin of these names, too. */
    public static final String ACME = "acme";

    public static final String GLOBEX = "globex";

    static final String TENANT_HEADER = "Http-Remote-Tenant";

    /** Tenants with limits that tests can reach. */
    private static final Path TENANTS =
            Path.of("src/test/resources/tenants.json").toAbsolutePath();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Surroundings.class;
    }

    @Override
    public Surroundings resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedFanfare.class))
                .getOrComputeIfAbsent(Surroundings.class, key -> Surroundings.start(), Surroundings.class);
    }

    /** A user that no other test has. */
    public static String newUser() {
        return "user-" + UUID.randomUUID();
    }

    /** A name as settings give it in all tenants. */
    private static String everywhere(String name) {
        return String.join(",", name, ACME + "/" + name, GLOBEX + "/" + name);
    }

    /** Fanfare and its policy. */
    public record Surroundings(FanfareProcess fanfare, FakePolicy policy) implements AutoCloseable {

        static Surroundings start() {
            FakePolicy policy = new FakePolicy();
            Surroundings surroundings = new Surroundings(FanfareProcess.start("shared", settings(policy)), policy);
            surroundings.warmUp();
            return surroundings;
        }

        /** The first delivery loads half of the classes: it may take longer than the timeouts allow, the others not. */
        public void warmUp() {
            String type = Posted.newType();
            FanfareClient client = fanfare.client().as(newUser());
            try (FakeTarget target = new FakeTarget()) {
                Wish wish = Wish.ofType(type, target.url());
                String path =
                        "/eventmatch/" + client.post("/eventmatch", wish.text()).member("uuid");
                client.post("/receive", Posted.event(type));
                await("first delivery")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> client.get(path + "/deliveries").text().contains("\"delivered\""));
                client.delete(path);
            }
        }

        @Override
        public void close() {
            fanfare.close();
            policy.close();
        }
    }

    /** Retries after a second each, three times; timeouts that tests can wait for; fakes may be delivered to. */
    public static Map<String, String> settings(FakePolicy policy) {
        return Map.ofEntries(
                Map.entry("FANFARE_POLICY_URL", policy.url().toString()),
                Map.entry("FANFARE_POLICY_CONNECT_TIMEOUT", "PT2S"),
                Map.entry("FANFARE_POLICY_READ_TIMEOUT", "PT2S"),
                Map.entry("FANFARE_POLICY_RETRY", "PT1S"),
                Map.entry("FANFARE_POLICY_SHARE", "PT0S"),
                Map.entry("FANFARE_DELIVERY_RETRY", "PT1S,PT1S,PT1S"),
                Map.entry("FANFARE_DELIVERY_CONNECT_TIMEOUT", "PT2S"),
                Map.entry("FANFARE_DELIVERY_RESPONSE_TIMEOUT", "PT2S"),
                Map.entry("FANFARE_DELIVERY_TOTAL_TIMEOUT", "PT4S"),
                Map.entry("FANFARE_DELIVERY_LEASE", "PT10S"),
                Map.entry("FANFARE_DESTINATION_ALLOW", "127.0.0.1"),
                Map.entry("FANFARE_HANDSHAKE_ORIGIN", "events.example.test"),
                Map.entry("FANFARE_HANDSHAKE_CALLBACK_BASE", "https://events.example.test/fanfare"),
                Map.entry("FANFARE_HANDSHAKE_RETRY", "PT1S"),
                Map.entry("FANFARE_HANDSHAKE_LOOK_AGAIN", "PT1S"),
                Map.entry("FANFARE_CALLER_TENANT_HEADER", TENANT_HEADER),
                Map.entry("FANFARE_TENANTS_FILE", TENANTS.toString()),
                Map.entry("FANFARE_CALLER_OPERATORS", everywhere(OPERATOR)),
                Map.entry("FANFARE_CALLER_ADMINS", everywhere(ADMIN)));
    }
}
