package org.fanfare.database;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The database's schema, in the version that this Fanfare needs. */
public final class Schema {

    private final DataSource dataSource;
    private final DatabaseSettings settings;

    public Schema(DataSource dataSource, DatabaseSettings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    /**
     * Waits until the database answers, then applies the migrations that it lacks, or sees that it lacks none. Several
     * nodes may do so at once.
     *
     * @throws DatabaseUnusable if it does not answer in time, a migration fails, or the schema is not what it has to be
     */
    public void prepare() {
        FirstConnection.await(dataSource, settings);
        try (OneConnection connection = new OneConnection(dataSource)) {
            Durability.check(connection);
            connection.liftTimeLimits();
            Flyway flyway = flyway(connection).load();
            SchemaCheck check = new SchemaCheck(flyway.info());
            boolean migrates = settings.schemaMode() == SchemaMode.MIGRATE;
            (migrates ? check.unusable() : check.unfit()).ifPresent(Schema::refuse);
            if (migrates) {
                flyway.migrate();
            }
        } catch (FlywayException | SQLException failed) {
            throw new DatabaseUnusable(
                    "The schema of the database cannot be %s: %s"
                            .formatted(
                                    settings.schemaMode() == SchemaMode.MIGRATE ? "migrated" : "validated",
                                    failed.getMessage()),
                    failed);
        }
    }

    /**
     * Which version the database has, and which this Fanfare needs. Changes nothing, and does not wait.
     *
     * @throws DatabaseUnusable if the database does not answer
     */
    public SchemaVersion version() {
        try (OneConnection connection = new OneConnection(dataSource)) {
            return new SchemaCheck(flyway(connection).load().info()).version();
        } catch (FlywayException | SQLException failed) {
            throw new DatabaseUnusable("The version of the schema cannot be told: " + failed.getMessage(), failed);
        }
    }

    private static void refuse(String sentence) {
        throw new DatabaseUnusable(sentence, null);
    }

    static FluentConfiguration flyway(OneConnection connection) throws SQLException {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(connection.asSource())
                .locations("classpath:db/migration")
                .placeholders(dialectOf(connection.product()));
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
                        "if_due", "",
                        "if_waiting", "",
                        "if_ordered", "")
                : Map.of(
                        "text", "text",
                        "bytes", "bytea",
                        "if_due", "where due_at is not null",
                        "if_waiting", "where waiting_for is not null",
                        "if_ordered", "where order_key is not null and settled_at is null");
    }
}
