package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.fanfare.problem.Fault;
import org.fanfare.sending.HandshakeOptions.Mode;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | OFF |",
                "{\"handshake\": \"off\"} | OFF |",
                "{\"handshake\": \"offered\"} | OFFERED |",
                "{\"handshake\": \"required\", \"handshake_rate\": 120} | REQUIRED | 120"
            })
    void isReadFromConfig(String config, Mode mode, Integer rate) {
        JsonMembers members = members(config);

        assertThat(HandshakeOptions.read(members)).isEqualTo(new HandshakeOptions(mode, rate));
        assertThat(members.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"handshake\": \"OFFERED\"} | /handshake",
                "{\"handshake\": true} | /handshake",
                "{\"handshake_rate\": 0} | /handshake_rate",
                "{\"handshake_rate\": 1.5} | /handshake_rate",
                "{\"handshake_rate\": 99999999999999999999} | /handshake_rate",
                "{\"handshake_rate\": \"120\"} | /handshake_rate"
            })
    void otherValuesAreFaults(String config, String pointer) {
        JsonMembers members = members(config);

        HandshakeOptions.read(members);

        assertThat(members.faults()).extracting(Fault::pointer).containsExactly(pointer);
    }

    private static JsonMembers members(String json) {
        return new JsonMembers((JsonObject) JsonText.accepted(json.strip().getBytes(StandardCharsets.UTF_8)));
    }
}
