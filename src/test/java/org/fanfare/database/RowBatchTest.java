package org.fanfare.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowBatchTest {

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        connection.createStatement().execute("create table t (id integer primary key, text varchar(5))");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void moreRowsThanAreSentAtATimeAreAllWritten() {
        List<Integer> ids = IntStream.range(0, 2500).boxed().toList();

        assertThat(insert(ids)).hasSize(2500).containsOnly(1);
        assertThat(delete(List.of(1, 5000, 2499))).containsExactly(1, 2499);
        assertThat(delete(ids)).hasSize(2498);
    }

    @Test
    void whatFailsIsToldAsTheDatabaseSaysIt() {
        assertThatThrownBy(() -> insert(List.of(1, 1)))
                .isInstanceOf(PersistenceException.class)
                .cause()
                .isInstanceOf(SQLException.class)
                .isNotInstanceOf(BatchUpdateException.class)
                .satisfies(
                        told -> assertThat(((SQLException) told).getSQLState()).isEqualTo("23505"));
    }

    @Test
    void aDriverThatTellsTheRowIsNotRepeated() {
        SQLException told = new SQLException("duplicate key", "23505");
        Connection talkative = fake(
                Connection.class,
                fake(
                        PreparedStatement.class,
                        new BatchUpdateException(
                                "Batch entry 0 insert into t values ('secret')", "23505", 0, new int[0], told)));

        assertThatThrownBy(() -> RowBatch.execute(em(talkative), "insert", List.of(1), (row, id) -> row.add(id)))
                .isInstanceOf(PersistenceException.class)
                .hasCause(told)
                .hasMessageNotContaining("secret");
    }

    private List<Integer> insert(List<Integer> ids) {
        return RowBatch.execute(
                em(connection),
                "insert into t (id, text) values (?, ?)",
                ids,
                (row, id) -> row.add(id).add(null, java.sql.Types.VARCHAR));
    }

    private List<Integer> delete(List<Integer> ids) {
        return RowBatch.changed(em(connection), "delete from t where id = ?", ids, (row, id) -> row.add(id));
    }

    private static EntityManager em(Connection unwrapped) {
        return fake(EntityManager.class, unwrapped);
    }

    /** Gives the answer to whatever gives something, except to batches, with which it throws what is to be thrown. */
    private static <T> T fake(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                RowBatchTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (answer instanceof SQLException failure) {
                        if (method.getName().equals("executeBatch")) {
                            throw failure;
                        }
                        return null;
                    }
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }
}
