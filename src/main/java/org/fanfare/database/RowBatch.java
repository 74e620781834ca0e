package org.fanfare.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement for many rows, inside a transaction: the database is sent hundreds of them at a time. The text of the
 * statement should always be the same, so that the driver has it prepared.
 *
 * <p>What the entity manager has not flushed yet is not there for the statement, and it knows nothing of what was changed.
 */
public final class RowBatch {

    private static final int MOST_AT_ONCE = 500;

    private RowBatch() {}

    /** Sets the statement's parameters to those of a row. */
    @FunctionalInterface
    public interface Binding<T> {
        void bind(T row, PreparedStatement statement) throws SQLException;
    }

    /**
     * Executes the statement for each of the rows, in their order.
     *
     * @return those for which it changed anything
     * @throws PersistenceException if it fails for one; the transaction must not be committed then
     */
    public static <T> List<T> execute(EntityManager em, String sql, List<T> rows, Binding<T> binding) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<T> changed = new ArrayList<>(rows.size());
        try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql)) {
            for (int from = 0; from < rows.size(); from += MOST_AT_ONCE) {
                List<T> some = rows.subList(from, Math.min(from + MOST_AT_ONCE, rows.size()));
                changed.addAll(executeAtOnce(statement, some, binding));
            }
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
        return changed;
    }

    private static <T> List<T> executeAtOnce(PreparedStatement statement, List<T> rows, Binding<T> binding)
            throws SQLException {
        for (T row : rows) {
            binding.bind(row, statement);
            statement.addBatch();
        }
        int[] counts = statement.executeBatch();
        List<T> changed = new ArrayList<>(rows.size());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                changed.add(rows.get(i));
            }
        }
        return changed;
    }
}
