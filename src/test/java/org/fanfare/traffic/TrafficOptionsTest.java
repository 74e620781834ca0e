package org.fanfare.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.fanfare.wire.JsonMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficOptionsTest {

    private static final TrafficLimits DEFAULTS = TrafficLimits.of(8, TrafficLimits.ANY_RATE);

    @Test
    void whatIsNotSaidIsTheDefault() {
        assertThat(read("{}")).isEqualTo(TrafficOptions.NONE);
        assertThat(read("{}").limits(DEFAULTS)).isEqualTo(DEFAULTS);
    }

    @Test
    void aRateHasTheBurstOfOneSecondUnlessAnotherIsSaid() {
        assertThat(read("{\"rate\": 2.5}").limits(DEFAULTS)).isEqualTo(new TrafficLimits(8, 2.5, 3));
        assertThat(read("{\"rate\": 0.1}").limits(DEFAULTS)).isEqualTo(new TrafficLimits(8, 0.1, 1));
        assertThat(read("{\"rate\": 10, \"burst\": 1, \"inflight\": 1000}").limits(DEFAULTS))
                .isEqualTo(new TrafficLimits(1000, 10, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"inflight\": 0}",
                "{\"inflight\": 1001}",
                "{\"inflight\": 1.5}",
                "{\"inflight\": \"8\"}",
                "{\"inflight\": null}",
                "{\"inflight\": 1e400}",
                "{\"rate\": 0}",
                "{\"rate\": -1}",
                "{\"rate\": true}",
                "{\"rate\": 1e300}",
                "{\"burst\": 0}",
                "{\"burst\": 1e10}"
            })
    void anythingElseIsAFault(String json) {
        JsonMembers members = JsonMembers.ofBody(json.getBytes(StandardCharsets.UTF_8));

        TrafficOptions.read(members);

        assertThat(members.faults()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "http://Example.ORG/a?b, http://example.org:80",
        "HTTPS://example.org, https://example.org:443",
        "http://user:pass@example.org:8080/x, http://example.org:8080",
        "http://[::1]/x, http://[::1]:80"
    })
    void aHostIsSchemeNameAndPort(String target, String host) {
        assertThat(Hosts.of(URI.create(target))).isEqualTo(host);
    }

    private static TrafficOptions read(String json) {
        JsonMembers members = JsonMembers.ofBody(json.getBytes(StandardCharsets.UTF_8));
        TrafficOptions options = TrafficOptions.read(members);
        assertThat(members.faults()).isEmpty();
        return options;
    }
}
