package org.fanfare.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lends one connection again and again to a borrower who wants two, where the pool has no second one: closing what was
 * lent leaves it open. The connection goes back to the pool when this is closed. For one thread.
 */
final class OneConnection implements AutoCloseable {

    private final Connection connection;

    OneConnection(DataSource pool) throws SQLException {
        this.connection = pool.getConnection();
    }

    /** The name of the database's product. */
    String product() throws SQLException {
        return connection.getMetaData().getDatabaseProductName();
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
        connection.close();
    }
}
