package org.fanfare.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.JsonMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventMatchBodyTest {

    @Test
    void aMemberThatIsAbsentIsNotOneThatIsNull() {
        EventMatchBody body = read("{\"disabled\": null}");

        assertThat(body.has("disabled")).isTrue();
        assertThat(body.disabled()).isNull();
        assertThat(body.has("error")).isFalse();
        assertThat(body.faults()).isEmpty();
    }

    @Test
    void membersAreReadAsTheirTypes() {
        EventMatchBody body = read("""
                {"uuid": "{566A5066-47C4-40BD-BC31-966F06E73B4B}", "name": "", "extensions": {"a": 1},
                 "created": "2026-01-31T12:00:00", "unknown": []}""");

        assertThat(body.uuid()).hasToString("566a5066-47c4-40bd-bc31-966f06e73b4b");
        assertThat(body.name()).isEmpty();
        assertThat(body.extensions()).hasToString("{\"a\":1}");
        assertThat(body.created()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(body.faults()).isEmpty();
    }

    @Test
    void everyMemberOfTheWrongTypeIsAFault() {
        EventMatchBody body = read("""
                {"uuid": "1234", "name": 5, "jsonpath": null, "target_url": {}, "extensions": [1], "auth": null,
                 "version": 1, "user": 1, "disabled": "soon", "error": 1, "created": null, "deleted": 0}""");

        assertThat(body.faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/uuid",
                        "/name",
                        "/jsonpath",
                        "/target_url",
                        "/extensions",
                        "/auth",
                        "/version",
                        "/user",
                        "/disabled",
                        "/error",
                        "/created",
                        "/deleted");
    }

    @Test
    void faultsOfAuthPointIntoIt() {
        assertThat(read("{\"auth\": {\"type\": \"basic\", \"basic\": {\"username\": \"u\"}}}")
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/auth/basic/password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "5", "null", "{\"name\": NaN}", "{} {}"})
    void aBodyThatIsNoJsonObjectIsMalformed(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED));
    }

    private static EventMatchBody read(String text) {
        return EventMatchBody.read(JsonMembers.ofBody(text.getBytes(StandardCharsets.UTF_8)));
    }
}
