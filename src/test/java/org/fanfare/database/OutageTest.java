package org.fanfare.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ejb.EJBException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"08006", "08001", "57P01", "57P03", "57014", "53300", "40001", "40P01", "55P03", "HYT00", "90098"
            })
    void doingTheSameAgainCuresIt(String state) {
        assertThat(Outage.isBehind(wrapped(new SQLException("away", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01", "0A000", "22P05", "90005"})
    void doingTheSameAgainFailsAgain(String state) {
        assertThat(Outage.isBehind(wrapped(new SQLException("wrong", state)))).isFalse();
    }

    @Test
    void poolWithoutAConnectionIsAnOutage() {
        assertThat(Outage.isBehind(wrapped(new SQLException("Error in allocating a connection"))))
                .isTrue();
    }

    @Test
    void bugIsNone() {
        assertThat(Outage.isBehind(new EJBException(new IllegalStateException("bug"))))
                .isFalse();
    }

    @Test
    void statementThatH2CutsOffIsAnOutage() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:;QUERY_TIMEOUT=50");
                Statement statement = connection.createStatement()) {
            Throwable cut = catchThrowable(() ->
                    statement.executeQuery("select count(*) from system_range(1, 1000000000) where mod(x, 7) = 8"));

            assertThat(cut).isInstanceOf(SQLException.class);
            assertThat(Outage.isBehind(wrapped(cut))).isTrue();
        }
    }

    private static RuntimeException wrapped(Throwable cause) {
        EJBException wrapped = new EJBException("the store failed");
        wrapped.initCause(new IllegalStateException(cause));
        return wrapped;
    }
}
