package org.fanfare.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database's schema to the version that this Fanfare needs. */
public final class Schema {

    private static final Logger LOG = System.getLogger(Schema.class.getName());

    private final DataSource dataSource;
    private final DatabaseSettings settings;

    public Schema(DataSource dataSource, DatabaseSettings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    /**
     * Waits until the database answers, then applies the migrations that it lacks. Several nodes may do so at once.
     *
     * @throws DatabaseUnusable if it does not answer in time, or a migration fails
     */
    public void migrate() {
        String product = awaitDatabase();
        String vendor = product.equals("H2") ? "h2" : "postgresql";
        Map<String, String> types = vendor.equals("h2")
                ? Map.of("text", "clob", "bytes", "blob")
                : Map.of("text", "text", "bytes", "bytea");
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:db/migration", "classpath:db/" + vendor)
                    .placeholders(types)
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new DatabaseUnusable("The schema of the database cannot be migrated: " + failed.getMessage(), failed);
        }
    }

    private String awaitDatabase() {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = dataSource.getConnection()) {
                return connection.getMetaData().getDatabaseProductName();
            } catch (SQLException unreachable) {
                if (attempt >= settings.connectAttempts()) {
                    throw new DatabaseUnusable(
                            "The database does not answer after %d tries: %s"
                                    .formatted(attempt, unreachable.getMessage()),
                            unreachable);
                }
                LOG.log(
                        Level.WARNING,
                        "database not reachable yet attempt=%d of=%d wait=%s reason=\"%s\""
                                .formatted(
                                        attempt,
                                        settings.connectAttempts(),
                                        settings.connectWait(),
                                        unreachable.getMessage()));
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.connectWait().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusable("The start was stopped while it waited for the database.", stopped);
        }
    }
}
