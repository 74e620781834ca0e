package org.fanfare.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.fanfare.testing.PostgresServer;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What an older Fanfare has left in its database is still there for this one. */
class OlderSchemaIT {

    private static final UUID UNROUTED = new UUID(0x7000, 1L << 63);
    private static final UUID ROUTED = new UUID(0x7001, 1L << 63);
    private static final OffsetDateTime DUE = OffsetDateTime.parse("2026-01-31T12:00:00Z");

    private record Unrouted(UUID event, OffsetDateTime dueAt) {}

    @Test
    void eventsThatItHasNotRoutedAreStillToBeRoutedOnH2() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:older");
        try (Connection open = h2.getConnection()) {
            assertStillToBeRouted(h2, open);
        }
    }

    @Test
    void eventsThatItHasNotRoutedAreStillToBeRoutedOnPostgres() throws SQLException, IOException {
        try (EmbeddedPostgres postgres = PostgresServer.embedded().start();
                Connection open = postgres.getPostgresDatabase().getConnection()) {
            assertStillToBeRouted(postgres.getPostgresDatabase(), open);
        }
    }

    private static void assertStillToBeRouted(DataSource database, Connection open) throws SQLException {
        try (OneConnection connection = new OneConnection(database)) {
            Schema.flyway(connection).target("12").load().migrate();
        }
        insertEvent(open, UNROUTED, DUE);
        insertEvent(open, ROUTED, null);

        new Schema(database, new DatabaseSettings(1, Duration.ofSeconds(1), SchemaMode.MIGRATE)).prepare();

        assertThat(unrouted(open)).singleElement().satisfies(left -> {
            assertThat(left.event()).isEqualTo(UNROUTED);
            assertThat(left.dueAt()).isAtSameInstantAs(DUE);
        });
        assertThat(events(open)).isEqualTo(2);
    }

    private static void insertEvent(Connection open, UUID id, OffsetDateTime routeDueAt) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement("""
                insert into event (id, identity, source_key, spec_version, mode, source, event_id, type, attributes, body,
                    submitted_by, received_at, route_due_at)
                values (?, ?, 'key', 'V1_0', 'STRUCTURED', '/source', '1', 'type', '{}', ?, 'ann', current_timestamp, ?)""")) {
            statement.setObject(1, id);
            statement.setString(2, id.toString());
            statement.setBytes(3, new byte[] {'{', '}'});
            statement.setObject(4, routeDueAt);
            statement.executeUpdate();
        }
    }

    private static List<Unrouted> unrouted(Connection open) throws SQLException {
        List<Unrouted> found = new ArrayList<>();
        try (Statement statement = open.createStatement();
                ResultSet rows = statement.executeQuery("select event_id, due_at from unrouted")) {
            while (rows.next()) {
                found.add(new Unrouted(rows.getObject(1, UUID.class), rows.getObject(2, OffsetDateTime.class)));
            }
        }
        return found;
    }

    private static int events(Connection open) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from event")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
