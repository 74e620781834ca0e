package org.fanfare.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Waits for a database that is not there yet. Knows no server and no persistence provider: the command line waits too. */
final class FirstConnection {

    private static final Logger LOG = System.getLogger(FirstConnection.class.getName());

    private FirstConnection() {}

    /** @throws DatabaseUnusable if the database does not answer within the tries that the settings grant */
    static void await(DataSource dataSource, DatabaseSettings settings) {
        for (int attempt = 1; ; attempt++) {
            try {
                dataSource.getConnection().close();
                return;
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
                pause(settings);
            }
        }
    }

    private static void pause(DatabaseSettings settings) {
        try {
            Thread.sleep(settings.connectWait().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusable("The start was stopped while it waited for the database.", stopped);
        }
    }
}
