package org.fanfare.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.fanfare.settings.Settings;

/**
 * Holds the start until the database answers. The persistence provider connects while the application is being deployed,
 * before any bean of it runs, so the wait has to be here: EclipseLink calls it before its first connection (it is named
 * in {@code persistence.xml}).
 */
public class DatabaseWait extends SessionEventAdapter {

    private static final Logger LOG = System.getLogger(DatabaseWait.class.getName());

    @Override
    public void preLogin(SessionEvent event) {
        DatabaseLogin login = (DatabaseLogin) event.getSession().getDatasourceLogin();
        DataSource dataSource = ((JNDIConnector) login.getConnector()).getDataSource();
        await(dataSource, DatabaseSettings.of(Settings.configured()));
    }

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
