package org.fanfare.database;

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

    @Override
    public void preLogin(SessionEvent event) {
        DatabaseLogin login = (DatabaseLogin) event.getSession().getDatasourceLogin();
        DataSource dataSource = ((JNDIConnector) login.getConnector()).getDataSource();
        FirstConnection.await(dataSource, DatabaseSettings.of(Settings.configured()));
    }
}
