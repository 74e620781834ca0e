package org.fanfare.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One statement for many rows, which the driver sends together: it takes one round trip to the database instead of one for
 * each row. For the writes of an event's way only, where the same few statements are most of what the database does; all
 * else goes by entities and queries.
 */
public final class RowBatch {

    /** So many rows are sent at a time, so that no number of them fills the memory. */
    private static final int MOST_AT_ONCE = 1000;

    private RowBatch() {}

    /**
     * Executes the statement for each row, in the caller's transaction.
     *
     * @return for each row how many rows of the table were changed
     * @throws PersistenceException what the database has against one of them; the transaction must be rolled back
     */
    public static <T> List<Integer> execute(EntityManager em, String sql, List<T> rows, Binding<T> binding) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Integer> changed = new ArrayList<>(rows.size());
        try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql)) {
            for (int from = 0; from < rows.size(); from += MOST_AT_ONCE) {
                for (T row : rows.subList(from, Math.min(from + MOST_AT_ONCE, rows.size()))) {
                    binding.bind(new Row(statement), row);
                    statement.addBatch();
                }
                for (int count : statement.executeBatch()) {
                    changed.add(count);
                }
            }
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
        return changed;
    }

    /** {@link #execute}; gives the rows for which something was changed. */
    public static <T> List<T> changed(EntityManager em, String sql, List<T> rows, Binding<T> binding) {
        List<Integer> counts = execute(em, sql, rows, binding);
        return IntStream.range(0, rows.size())
                .filter(i -> counts.get(i) != 0)
                .mapToObj(rows::get)
                .toList();
    }

    /** Gives a row's values to the statement. */
    @FunctionalInterface
    public interface Binding<T> {
        void bind(Row parameters, T row) throws SQLException;
    }

    /** The parameters of the statement, one after the other. */
    public static final class Row {

        private final PreparedStatement statement;
        private int next = 1;

        private Row(PreparedStatement statement) {
            this.statement = statement;
        }

        /** The next parameter, of a type that the driver knows how to send. */
        public Row add(Object value) throws SQLException {
            statement.setObject(next++, value);
            return this;
        }

        /**
         * The next parameter.
         *
         * @param sqlType what it is if it is null, one of {@link java.sql.Types}
         */
        public Row add(Object value, int sqlType) throws SQLException {
            if (value == null) {
                statement.setNull(next++, sqlType);
                return this;
            }
            return add(value);
        }
    }
}
