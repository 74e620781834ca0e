package org.fanfare.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.fanfare.problem.Fault;
import org.fanfare.testing.JsonTexts;
import org.fanfare.wire.JsonMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryOptionsTest {

    @Test
    void nothingIsTheStandard() {
        assertThat(RetryOptions.read(members("{}"))).isEqualTo(RetryOptions.STANDARD);
    }

    @Test
    void aScheduleAndOutcomesAreRead() {
        RetryOptions options = RetryOptions.read(
                members("{\"schedule\":[\"PT5S\",\"P1D\"],\"outcomes\":{\"404\":\"fail\",\"tls\":\"disable\"}}"));

        assertThat(options.ownSchedule())
                .contains(new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofDays(1))));
        assertThat(options.table().overrides())
                .containsEntry("404", Ruling.FAIL)
                .containsEntry("tls", Ruling.DISABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"schedule\":[\"PT5S\",\"soon\"]}            | /schedule/1",
                "{\"schedule\":[\"PT0S\"]}                     | /schedule/0",
                "{\"schedule\":[\"P31D\"]}                     | /schedule/0",
                "{\"schedule\":[5]}                            | /schedule/0",
                "{\"schedule\":\"PT5S\"}                       | /schedule",
                "{\"outcomes\":{\"404\":\"perhaps\"}}          | /outcomes/404",
                "{\"outcomes\":{\"700\":\"fail\"}}             | /outcomes/700",
                "{\"outcomes\":{\"404\":1}}                    | /outcomes/404",
                "{\"outcomes\":[]}                             | /outcomes"
            })
    void aWrongMemberIsNamed(String json, String pointer) {
        JsonMembers members = members(json);

        RetryOptions.read(members);

        assertThat(members.faults()).extracting(Fault::pointer).containsExactly(pointer);
    }

    private static JsonMembers members(String json) {
        return new JsonMembers(JsonTexts.object(json));
    }
}
