package org.fanfare.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

class TimeLimitsTest {

    @Test
    void postgresCutsOffStatementsAndTheDriverALittleLater() throws Exception {
        String url = TimeLimits.of("PT20S").applyTo("jdbc:postgresql://db/fanfare");

        var understood = Driver.parseURL(url, null);
        assertThat(PGProperty.OPTIONS.getOrDefault(understood))
                .isEqualTo("-c statement_timeout=20000 -c idle_in_transaction_session_timeout=60000");
        assertThat(PGProperty.SOCKET_TIMEOUT.getOrDefault(understood)).isEqualTo("30");
        assertThat(PGProperty.CONNECT_TIMEOUT.getOrDefault(understood)).isEqualTo("10");
        assertThat(PGProperty.TCP_KEEP_ALIVE.getOrDefault(understood)).isEqualTo("true");
        assertThat(PGProperty.PG_DBNAME.getOrDefault(understood)).isEqualTo("fanfare");
    }

    @Test
    void whatTheUrlSaysItselfStays() throws Exception {
        String url = TimeLimits.of("PT20S")
                .applyTo("jdbc:postgresql://db/fanfare?sslmode=require&socketTimeout=7&options=-c%20work_mem=8MB");

        var understood = Driver.parseURL(url, null);
        assertThat(PGProperty.OPTIONS.getOrDefault(understood)).isEqualTo("-c work_mem=8MB");
        assertThat(PGProperty.SOCKET_TIMEOUT.getOrDefault(understood)).isEqualTo("7");
        assertThat(PGProperty.SSL_MODE.getOrDefault(understood)).isEqualTo("require");
        assertThat(PGProperty.TCP_KEEP_ALIVE.getOrDefault(understood)).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:one, jdbc:h2:mem:one;QUERY_TIMEOUT=20000",
        "jdbc:h2:mem:one;query_timeout=1, jdbc:h2:mem:one;query_timeout=1"
    })
    void h2HasALimitOfItsSessions(String url, String limited) {
        assertThat(TimeLimits.of("PT20S").applyTo(url)).isEqualTo(limited);
    }

    @ParameterizedTest
    @CsvSource({"jdbc:h2:mem:one", "jdbc:postgresql://db/fanfare"})
    void withoutALimitTheUrlIsUsedAsItIs(String url) {
        assertThat(TimeLimits.of("PT0S").applyTo(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({"30", "PT-1S", "soon"})
    void otherTextsAreRefusedInASentence(String text) {
        assertThatThrownBy(() -> TimeLimits.of(text))
                .hasMessage(
                        "Fanfare cannot start: fanfare.database.statement-timeout has to be an ISO-8601 duration such"
                                + " as PT30S, or PT0S for none, not \"" + text + "\".");
    }
}
