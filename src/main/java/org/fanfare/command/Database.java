package org.fanfare.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.fanfare.database.DatabaseSettings;
import org.fanfare.database.Schema;
import org.fanfare.database.SchemaMode;
import org.fanfare.keys.Manual;
import org.fanfare.keys.ManualKey;
import org.fanfare.keys.OriginalVariables;

/** The database that the settings of the server name, without a server. */
final class Database {

    private Database() {}

    /**
     * Its schema.
     *
     * @param isMade whether an embedded database is made where there is none
     */
    static Schema schema(boolean isMade) {
        String url = System.getProperty("fanfare.database.url");
        boolean isEmbedded = url.startsWith("jdbc:h2:");
        DataSource source = source(
                isEmbedded && !isMade ? url + ";IFEXISTS=TRUE" : url,
                System.getProperty("fanfare.database.user"),
                System.getProperty("fanfare.database.password"));
        // An embedded database does not come later: if it cannot be opened, a server has it.
        int attempts = isEmbedded ? 1 : number(setting("fanfare.database.connect-attempts"));
        return new Schema(
                source,
                new DatabaseSettings(attempts, duration(setting("fanfare.database.connect-wait")), SchemaMode.MIGRATE));
    }

    /** A new connection. */
    static Connection connect(String url, String user, String password) throws SQLException {
        Properties who = new Properties();
        if (user != null) {
            who.setProperty("user", user);
        }
        if (password != null) {
            who.setProperty("password", password);
        }
        Connection connection = driver(url).connect(url, who);
        if (connection == null) {
            throw new CommandFailed("This is no URL of a database: " + url);
        }
        return connection;
    }

    /** By name: the class loader that this runs in has the drivers, but the one of the driver manager has not. */
    private static Driver driver(String url) {
        String name = url.startsWith("jdbc:h2:") ? "org.h2.Driver" : "org.postgresql.Driver";
        try {
            return (Driver) Class.forName(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static DataSource source(String url, String user, String password) {
        return (DataSource) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return connect(url, user, password);
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }

    /**
     * As the server reads it: a system property, or else the environment, or else the original's variables, or else the
     * default.
     */
    static String setting(String key) {
        String value = System.getProperty(key, System.getenv(ManualKey.variableOf(key)));
        if (value != null && !value.isBlank()) {
            return value.strip();
        }
        String original = new OriginalVariables(System.getenv()).values().get(key);
        return original == null ? defaults().getProperty(key) : original;
    }

    private static Properties defaults() {
        Properties defaults = new Properties();
        try (InputStream file = Database.class.getResourceAsStream("/" + Manual.FILE)) {
            defaults.load(file);
            return defaults;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int number(String text) {
        if (text.matches("[1-9]\\d{0,4}")) {
            return Integer.parseInt(text);
        }
        throw new CommandFailed("fanfare.database.connect-attempts has to be a number, not \"" + text + "\".");
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException malformed) {
            throw new CommandFailed(
                    "fanfare.database.connect-wait has to be a duration such as PT20S, not \"" + text + "\".");
        }
    }
}
