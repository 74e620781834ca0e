package org.fanfare.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * Lends one connection again and again to a borrower who wants two, where the pool has no second one: closing what was
 * lent leaves it open. The connection goes back to the pool when this is closed. For one thread.
 */
final class OneConnection implements AutoCloseable {

    private static final Executor HERE = Runnable::run;
    private static final int UNLIMITED = 0;

    private final Connection connection;

    /** Puts back what was changed of the connection. */
    private Restoration restoration = () -> {};

    /** Something that is done with the connection at the end. */
    private interface Restoration {

        void run() throws SQLException;
    }

    OneConnection(DataSource pool) throws SQLException {
        this.connection = pool.getConnection();
    }

    /** The name of the database's product. */
    String product() throws SQLException {
        return connection.getMetaData().getDatabaseProductName();
    }

    /** The value of a setting of PostgreSQL. */
    String shown(String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Lets statements take as long as they need, whatever the pool's connections are limited to, until this is closed. */
    void liftTimeLimits() throws SQLException {
        if (product().equals("H2")) {
            liftOnH2();
        } else {
            liftOnPostgres();
        }
    }

    private void liftOnH2() throws SQLException {
        // Of a statement by its interface, of the whole session in fact.
        int seconds = queryTimeout(UNLIMITED);
        restoration = () -> queryTimeout(seconds);
    }

    private int queryTimeout(int seconds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int before = statement.getQueryTimeout();
            statement.setQueryTimeout(seconds);
            return before;
        }
    }

    private void liftOnPostgres() throws SQLException {
        int network = connection.getNetworkTimeout();
        connection.setNetworkTimeout(HERE, UNLIMITED);
        execute("set statement_timeout = 0");
        restoration = () -> {
            execute("reset statement_timeout");
            connection.setNetworkTimeout(HERE, network);
        };
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A source that gives the connection, and can do nothing else. */
    DataSource asSource() {
        Connection lent = proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
        return proxy(DataSource.class, (self, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return lent;
            }
            throw new UnsupportedOperationException(method.toString());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(OneConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            restoration.run();
        }
    }
}
