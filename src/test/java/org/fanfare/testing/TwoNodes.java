package org.fanfare.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two processes of Fanfare on one PostgreSQL and one broker of its own process, all of which tests may stop if they start
 * them again. Started by the first test that wants them and closed after the last.
 */
public final class TwoNodes implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Cluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(TwoNodes.class))
                .getOrComputeIfAbsent(Cluster.class, key -> Cluster.start(), Cluster.class);
    }

    /** The processes. */
    public record Cluster(
            FanfareProcess one, FanfareProcess other, PostgresServer postgres, ArtemisProcess broker, FakePolicy policy)
            implements AutoCloseable {

        static Cluster start() {
            FakePolicy policy = new FakePolicy();
            PostgresServer postgres = PostgresServer.start();
            ArtemisProcess broker = ArtemisProcess.start("broker");
            Map<String, String> settings = settings(policy, postgres, broker.settings());
            // At once: both find an empty database.
            FanfareProcess one = FanfareProcess.begin("node-one", settings);
            FanfareProcess other = FanfareProcess.begin("node-other", settings);
            Cluster cluster = new Cluster(one, other, postgres, broker, policy);
            try {
                one.awaitReady();
                other.awaitReady();
                return cluster;
            } catch (RuntimeException | Error failed) {
                cluster.close();
                throw failed;
            }
        }

        public List<FanfareProcess> nodes() {
            return List.of(one, other);
        }

        @Override
        public void close() {
            one.close();
            other.close();
            broker.close();
            postgres.close();
            policy.close();
        }
    }

    /** Short leases and time limits, so that what is lost is found soon; many retries a second apart. */
    public static Map<String, String> settings(FakePolicy policy, PostgresServer postgres, Map<String, String> broker) {
        Map<String, String> settings = new HashMap<>(SharedFanfare.settings(policy));
        settings.putAll(postgres.settings());
        settings.putAll(broker);
        settings.put("FANFARE_DATABASE_POOL_SIZE", "16");
        settings.put("FANFARE_DATABASE_STATEMENT_TIMEOUT", "PT3S");
        settings.put("FANFARE_ROUTING_LEASE", "PT4S");
        settings.put("FANFARE_DELIVERY_RETRY", "PT1S,".repeat(30) + "PT1S");
        settings.put("FANFARE_DEADLETTERS_QUEUE", "true");
        return settings;
    }
}
