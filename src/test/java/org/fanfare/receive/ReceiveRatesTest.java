package org.fanfare.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.tenant.TenantLimits;
import org.fanfare.tenant.TenantLimits.ReceiveRate;
import org.fanfare.tenant.TenantSettings;
import org.fanfare.testing.MovedClock;
import org.junit.jupiter.api.Test;

class ReceiveRatesTest {

    private final MovedClock clock = new MovedClock();
    private final ReceiveRates rates = new ReceiveRates(
            new TenantSettings(
                    limits(null),
                    Map.of("acme", limits(new ReceiveRate(2, 3)), "globex", limits(new ReceiveRate(2, 3)))),
            clock);

    @Test
    void asMuchAsTheBurstComesInAtOnceAndThenAsMuchAsTheRate() {
        assertThat(admitted("acme", 10)).isEqualTo(3);

        clock.move(Duration.ofSeconds(1));
        assertThat(admitted("acme", 10)).isEqualTo(2);

        clock.move(Duration.ofHours(1));
        assertThat(admitted("acme", 10)).isEqualTo(3);
    }

    @Test
    void aBatchIsPaidForByWhatFollows() {
        rates.admit("acme");
        rates.count("acme", 21);

        Problem refused = refused("acme");

        assertThat(refused.type()).isEqualTo(ProblemType.TOO_MANY);
        assertThat(refused.retryAfterSeconds())
                .as("18 are owed and one more is needed, at two a second: rounded up")
                .isEqualTo(10);
        clock.move(Duration.ofMillis(9_499));
        refused("acme");
        clock.move(Duration.ofMillis(1));
        assertThat(admitted("acme", 10)).isEqualTo(1);
    }

    @Test
    void toBeRefusedCostsNothing() {
        admitted("acme", 1000);

        clock.move(Duration.ofMillis(500));

        assertThat(admitted("acme", 10)).isEqualTo(1);
    }

    @Test
    void aTenantDoesNotPayForAnother() {
        rates.admit("acme");
        rates.count("acme", 1000);

        assertThat(admitted("globex", 10)).isEqualTo(3);
    }

    @Test
    void aTenantWithoutARateIsNeverRefused() {
        assertThatCode(() -> rates.count("default", 1_000_000)).doesNotThrowAnyException();
        assertThat(admitted("default", 1000)).isEqualTo(1000);
    }

    private int admitted(String tenant, int requests) {
        int admitted = 0;
        for (int i = 0; i < requests; i++) {
            try {
                rates.admit(tenant);
                admitted++;
            } catch (Problem refused) {
                assertThat(refused.type()).isEqualTo(ProblemType.TOO_MANY);
            }
        }
        return admitted;
    }

    private Problem refused(String tenant) {
        return catchThrowableOfType(Problem.class, () -> rates.admit(tenant));
    }

    private static TenantLimits limits(ReceiveRate rate) {
        return new TenantLimits(1, 1, Optional.ofNullable(rate), 65_536);
    }
}
