package org.fanfare.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Whether the database has on its disk what it says is committed, as far as its settings tell. That an event was accepted
 * means just that, so whoever runs PostgreSQL otherwise is told at each start.
 *
 * @param fsync as PostgreSQL shows it, "on" or "off"
 * @param synchronousCommit as PostgreSQL shows it; anything but "off" waits for its own disk
 */
record Durability(String fsync, String synchronousCommit) {

    private static final Logger LOG = System.getLogger(Durability.class.getName());

    /** Writes a warning where it is needed; of an embedded H2 nothing has to be asked. */
    static void check(OneConnection connection) throws SQLException {
        if (connection.product().equals("PostgreSQL")) {
            new Durability(connection.shown("fsync"), connection.shown("synchronous_commit"))
                    .warning()
                    .ifPresent(sentence -> LOG.log(Level.WARNING, sentence));
        }
    }

    Optional<String> warning() {
        if (fsync.equals("off")) {
            return Optional.of(
                    "PostgreSQL has fsync=off: its crash can destroy the database, and accepted events with it");
        }
        return synchronousCommit.equals("off")
                ? Optional.of("PostgreSQL has synchronous_commit=off: its crash can lose events that were accepted")
                : Optional.empty();
    }
}
