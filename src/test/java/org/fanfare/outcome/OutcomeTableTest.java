package org.fanfare.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;
import org.fanfare.testing.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeTableTest {

    private static final OutcomeTable STANDARD = new OutcomeTable(Map.of());

    static Stream<JsonObject> codes() {
        return Vectors.objects("delivery-outcomes.json", "codes");
    }

    /** The table's authors give 401 and 403 up at once; here somebody may renew the credentials. */
    @ParameterizedTest
    @MethodSource("codes")
    void eachStatusHasTheOutcomeOfThePublishedTable(JsonObject code) {
        int status = code.getInt("status");
        Ruling expected = switch (code.getString("outcome")) {
            case "success" -> Ruling.DELIVERED;
            case "retry", "retry_after", "retry_after_if_present" -> Ruling.RETRY;
            case "disable_subscription" -> Ruling.DISABLE;
            default -> status == 401 || status == 403 ? Ruling.RETRY_SLOWLY : Ruling.FAIL;
        };

        assertThat(STANDARD.of(answered(status))).isEqualTo(expected);
    }

    static Stream<JsonObject> transport() {
        return Vectors.objects("delivery-outcomes.json", "transport");
    }

    @ParameterizedTest
    @MethodSource("transport")
    void eachFailureOfTheWayHasTheOutcomeOfThePublishedTable(JsonObject failure) {
        Exchange exchange = switch (failure.getString("event")) {
            case "connect refused" -> silent(Kind.CONNECT_REFUSED);
            case "connect timeout" -> silent(Kind.CONNECT_TIMEOUT);
            case "TLS handshake error" -> silent(Kind.TLS);
            case "read timeout" -> silent(Kind.READ_TIMEOUT);
            case "connection reset before status line", "HTTP/1.1 truncated response head" ->
                silent(Kind.CONNECTION_RESET);
            case "DNS SERVFAIL or timeout", "DNS NXDOMAIN" -> silent(Kind.DNS);
            case "forbidden address" -> silent(Kind.FORBIDDEN_ADDRESS);
            case "2xx head then body cut" -> answered(200);
            default -> throw new AssertionError("unknown event " + failure);
        };
        Ruling expected = switch (failure.getString("outcome")) {
            case "success" -> Ruling.DELIVERED;
            case "retry" -> Ruling.RETRY;
            default -> Ruling.FAIL;
        };

        assertThat(STANDARD.of(exchange)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"404, FAIL", "403, RETRY", "500, RETRY_SLOWLY", "502, DELIVERED", "200, DELIVERED"})
    void theNarrowerLineOfASubscriptionWins(int status, Ruling expected) {
        OutcomeTable own = new OutcomeTable(
                Map.of("4xx", Ruling.RETRY, "404", Ruling.FAIL, "5xx", Ruling.RETRY_SLOWLY, "502", Ruling.DELIVERED));

        assertThat(own.of(answered(status))).isEqualTo(expected);
    }

    @Test
    void aSilenceCanBeRuledOnByItsKind() {
        OutcomeTable own = new OutcomeTable(Map.of("timeout", Ruling.FAIL, "address", Ruling.RETRY));

        assertThat(own.of(silent(Kind.READ_TIMEOUT))).isEqualTo(Ruling.FAIL);
        assertThat(own.of(silent(Kind.CONNECT_TIMEOUT))).isEqualTo(Ruling.FAIL);
        assertThat(own.of(silent(Kind.FORBIDDEN_ADDRESS))).isEqualTo(Ruling.RETRY);
        assertThat(own.of(silent(Kind.TLS))).isEqualTo(Ruling.RETRY);
    }

    @ParameterizedTest
    @CsvSource({"404, true", "4xx, true", "tls, true", "600, false", "40, false", "40x, false", "4XX, false", "x, false"
    })
    void aLineIsNamedByAStatusAClassOrASilence(String key, boolean isKey) {
        assertThat(OutcomeTable.isKey(key)).isEqualTo(isKey);
    }

    private static Exchange answered(int status) {
        return new Answered(status, Map.of(), "", 0, Duration.ZERO);
    }

    private static Exchange silent(Kind kind) {
        return new Unanswered(kind, "silence", Duration.ZERO);
    }
}
