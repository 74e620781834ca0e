package org.fanfare.database;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database's schema to the version that this Fanfare needs. */
public final class Schema {

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
        DatabaseWait.await(dataSource, settings);
        try (OneConnection connection = new OneConnection(dataSource)) {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(connection.asSource())
                    .locations("classpath:db/migration")
                    .placeholders(dialectOf(connection.product()))
                    .load()
                    .migrate();
        } catch (FlywayException | SQLException failed) {
            throw new DatabaseUnusable("The schema of the database cannot be migrated: " + failed.getMessage(), failed);
        }
    }

    /**
     * What has no name in common: the unbounded types; and indexes of few rows, which H2 does not know, so that it keeps
     * all rows there.
     */
    private static Map<String, String> dialectOf(String product) {
        return product.equals("H2")
                ? Map.of(
                        "text", "character large object",
                        "bytes", "binary large object",
                        "if_waiting", "",
                        "if_ordered", "")
                : Map.of(
                        "text", "text",
                        "bytes", "bytea",
                        "if_waiting", "where waiting_for is not null",
                        "if_ordered", "where order_key is not null and settled_at is null");
    }
}
