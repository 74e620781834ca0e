package org.fanfare.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchOptionsTest {

    @Test
    void whatIsNotSaidIsTheDefault() {
        assertThat(BatchOptions.read(members("{}"))).isEqualTo(new BatchOptions(100, Duration.ofSeconds(1)));
        assertThat(BatchOptions.read(members("{\"batch\": {}}"))).isEqualTo(BatchOptions.STANDARD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"size\": 1}                        | 1    | PT1S",
                "{\"size\": 1000, \"delay\": \"PT0S\"} | 1000 | PT0S",
                "{\"delay\": \"PT10S\"}               | 100  | PT10S",
                "{\"delay\": \"PT0.25S\"}             | 100  | PT0.25S"
            })
    void theBoundsOfSizeAndDelayAreTaken(String batch, int size, Duration delay) {
        JsonMembers members = members("{\"batch\": " + batch + "}");

        assertThat(BatchOptions.read(members)).isEqualTo(new BatchOptions(size, delay));
        assertThat(members.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100                      | /batch",
                "{\"size\": 0}            | /batch/size",
                "{\"size\": 1001}         | /batch/size",
                "{\"size\": 1.5}          | /batch/size",
                "{\"size\": \"100\"}      | /batch/size",
                "{\"size\": null}         | /batch/size",
                "{\"size\": 1e400}        | /batch/size",
                "{\"delay\": \"PT11S\"}   | /batch/delay",
                "{\"delay\": \"-PT1S\"}   | /batch/delay",
                "{\"delay\": \"1s\"}      | /batch/delay",
                "{\"delay\": 1}           | /batch/delay",
                "{\"bytes\": 1}           | /batch/bytes"
            })
    void anythingElseIsAFaultOfItsMember(String batch, String pointer) {
        JsonMembers members = members("{\"batch\": " + batch + "}");

        BatchOptions.read(members);

        assertThat(members.faults()).extracting(Fault::pointer).containsExactly(pointer);
    }

    private static JsonMembers members(String json) {
        return JsonMembers.ofBody(json.getBytes(StandardCharsets.UTF_8));
    }
}
