package org.fanfare.testing;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * As {@link SharedFanfare}, with a PostgreSQL that is started only while Fanfare waits for it already: so each use also
 * shows that a database may come later than Fanfare.
 */
public final class FanfareOnPostgres implements ParameterResolver {

    private static final Duration WAIT = Duration.ofSeconds(90);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Surroundings.class;
    }

    @Override
    public Surroundings resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(FanfareOnPostgres.class))
                .getOrComputeIfAbsent(House.class, key -> House.start(), House.class)
                .surroundings();
    }

    private record House(Surroundings surroundings, EmbeddedPostgres postgres) implements AutoCloseable {

        static House start() {
            FakePolicy policy = new FakePolicy();
            int port = FreePort.find();
            Map<String, String> settings = new HashMap<>(SharedFanfare.settings(policy));
            settings.put("FANFARE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres");
            settings.put("FANFARE_DATABASE_USER", "postgres");
            settings.put("FANFARE_DATABASE_PASSWORD", "postgres");
            settings.put("FANFARE_DATABASE_CONNECT_WAIT", "PT1S");
            settings.put("FANFARE_SECRETS_KEYS", "tests:" + Base64.getEncoder().encodeToString(new byte[32]));
            settings.put("FANFARE_DATABASE_CONNECT_ATTEMPTS", "60");
            FanfareProcess fanfare = FanfareProcess.begin("postgres", settings);
            try {
                await("Fanfare waits for the database")
                        .atMost(WAIT)
                        .until(() -> fanfare.log().contains("database not reachable yet"));
                EmbeddedPostgres postgres =
                        PostgresServer.embedded().setPort(port).start();
                fanfare.awaitReady();
                Surroundings surroundings = new Surroundings(fanfare, policy);
                surroundings.warmUp();
                return new House(surroundings, postgres);
            } catch (IOException e) {
                fanfare.close();
                throw new UncheckedIOException(e);
            } catch (RuntimeException | Error e) {
                fanfare.close();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            surroundings.close();
            postgres.close();
        }
    }
}
