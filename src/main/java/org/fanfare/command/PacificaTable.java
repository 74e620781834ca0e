package org.fanfare.command;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The table {@code eventmatch} of a Pacifica service on PostgreSQL, which is only read. */
final class PacificaTable {

    private static final int ROWS_AT_ONCE = 500;

    /** Those of the Pacifica service; what others have added is left out. */
    private static final Set<String> COLUMNS = Set.of(
            "uuid",
            "name",
            "jsonpath",
            "user",
            "disabled",
            "error",
            "target_url",
            "version",
            "extensions",
            "auth",
            "created",
            "updated",
            "deleted");

    private final String url;
    private final String user;
    private final String password;

    PacificaTable(String url, String user, String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new WrongUse("--from has to begin with jdbc:postgresql: (from others, import a CSV file).");
        }
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Gives the rows as lines of JSON, some at a time. */
    void inParts(Consumer<String> each) {
        try (Connection connection = Database.connect(url, user, password);
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            // Only within a transaction the driver fetches in parts.
            connection.setAutoCommit(false);
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery("select * from eventmatch order by created, uuid")) {
                read(rows, each);
            }
        } catch (SQLException failed) {
            throw new CommandFailed("The table cannot be read: " + failed.getMessage());
        }
    }

    private static void read(ResultSet rows, Consumer<String> each) throws SQLException {
        List<String> part = new ArrayList<>();
        while (rows.next()) {
            part.add(line(rows));
            if (part.size() == ROWS_AT_ONCE) {
                each.accept(String.join("\n", part));
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            each.accept(String.join("\n", part));
        }
    }

    private static String line(ResultSet row) throws SQLException {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String name = row.getMetaData().getColumnName(column);
            String value = COLUMNS.contains(name) ? row.getString(column) : null;
            if (value != null) {
                json.add(name, value);
            }
        }
        return json.build().toString();
    }
}
