package org.fanfare.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fanfare.caller.Identity;
import org.fanfare.caller.Identity.Means;
import org.fanfare.caller.Role;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.JsonMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenOrderTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Identity USER =
            new Identity("tom", "acme", Set.of(Role.SUBSCRIBER, Role.PRODUCER), Means.HEADER);
    private static final Identity ADMIN = new Identity("ada", "acme", Set.of(Role.ADMIN), Means.HEADER);
    private static final Identity FIRST_ADMIN = new Identity("ada", "default", Set.of(Role.ADMIN), Means.JWT);
    private static final Identity TOKEN =
            new Identity("tom", "acme", Set.of(Role.PRODUCER), Means.TOKEN, new UUID(0, 1));
    private static final Identity ADMINS_TOKEN =
            new Identity("ada", "acme", Set.of(Role.ADMIN), Means.TOKEN, new UUID(0, 2));

    @Test
    void whatIsLeftOutIsTheCallersOwn() {
        TokenOrder order = order("{'name': 'n', 'scopes': ['producer']}", USER);

        assertThat(order).isEqualTo(new TokenOrder("acme", "tom", "n", Set.of(Role.PRODUCER), null));
        order.checkFor(USER);
    }

    @Test
    void nobodyGivesWhatHeDoesNotHaveButAdmins() {
        String operator = "{'name': 'n', 'scopes': ['producer', 'operator']}";

        refused(ProblemType.FORBIDDEN, () -> order(operator, USER).checkFor(USER));
        order(operator, ADMIN).checkFor(ADMIN);
    }

    @Test
    void onlyAdminsGiveToOthersAndOnlyTheDefaultTenantsToOtherTenants() {
        String other = "{'name': 'n', 'scopes': ['producer'], 'owner': 'eve'}";
        String elsewhere = "{'name': 'n', 'scopes': ['producer'], 'tenant': 'other', 'owner': 'eve'}";

        refused(ProblemType.FORBIDDEN, () -> order(other, USER).checkFor(USER));
        order(other, ADMIN).checkFor(ADMIN);
        refused(ProblemType.FORBIDDEN, () -> order(elsewhere, ADMIN).checkFor(ADMIN));
        refused(ProblemType.FORBIDDEN, () -> order(elsewhere, USER).checkFor(USER));
        order(elsewhere, FIRST_ADMIN).checkFor(FIRST_ADMIN);
    }

    @Test
    void aTokenMakesNoTokensUnlessItIsAnAdmins() {
        String body = "{'name': 'n', 'scopes': ['producer']}";

        refused(ProblemType.FORBIDDEN, () -> order(body, TOKEN).checkFor(TOKEN));
        order(body, ADMINS_TOKEN).checkFor(ADMINS_TOKEN);
    }

    @Test
    void itEndsNoLaterThanItMay() {
        Duration day = Duration.ofDays(1);
        TokenOrder open = order("{'name': 'n', 'scopes': ['producer'], 'expires': null}", USER);
        TokenOrder late = order("{'name': 'n', 'scopes': ['producer'], 'expires': '2026-02-02T12:00:00Z'}", USER);
        TokenOrder past = order("{'name': 'n', 'scopes': ['producer'], 'expires': '2026-01-31T12:00:00Z'}", USER);

        assertThat(open.within(null, null, NOW).expires()).isNull();
        assertThat(open.within(day, null, NOW).expires()).isEqualTo(NOW.plus(day));
        assertThat(open.within(day, NOW.plusSeconds(9), NOW).expires()).isEqualTo(NOW.plusSeconds(9));
        assertThat(late.within(Duration.ofDays(2), null, NOW).expires()).isEqualTo(NOW.plus(Duration.ofDays(2)));
        refused(ProblemType.INVALID, () -> late.within(day, null, NOW));
        refused(ProblemType.INVALID, () -> late.within(null, NOW.plusSeconds(9), NOW));
        refused(ProblemType.INVALID, () -> past.within(null, null, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name': 'n'}",
                "{'name': 'n', 'scopes': []}",
                "{'name': 'n', 'scopes': ['root']}",
                "{'name': 'n', 'scopes': 'producer'}",
                "{'name': 'n', 'scopes': [7]}",
                "{'name': '', 'scopes': ['producer']}",
                "{'name': 7, 'scopes': ['producer']}",
                "{'name': 'n', 'scopes': ['producer'], 'owner': ' '}",
                "{'name': 'n', 'scopes': ['producer'], 'tenant': 'a/b'}",
                "{'name': 'n', 'scopes': ['producer'], 'expires': 'soon'}",
                "{'name': 'n', 'scopes': ['producer'], 'scope': 'admin'}"
            })
    void aBodyThatIsWrongIsRefused(String body) {
        refused(ProblemType.INVALID, () -> order(body, USER));
    }

    @Test
    void aTokensTextCanBeReadAgainAndItsHintSaysLittle() {
        TokenText made = TokenText.random();

        assertThat(made.text())
                .matches("ffr_[0-9a-f]{64}")
                .isNotEqualTo(TokenText.random().text());
        assertThat(TokenText.read(made.text()).orElseThrow().hash())
                .isEqualTo(made.hash())
                .matches("[0-9a-f]{64}");
        assertThat(made.text()).startsWith(made.hint());
        assertThat(made.hint()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ffr_", "ffr_00", "xxr_0000000000000000000000000000000000000000000000000000000000000000"})
    void whatIsNoTokensTextIsNotRead(String shown) {
        assertThat(TokenText.read(shown)).isEmpty();
    }

    private static TokenOrder order(String body, Identity caller) {
        return TokenOrder.read(JsonMembers.ofBody(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), caller);
    }

    private static void refused(ProblemType type, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
