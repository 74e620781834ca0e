package org.fanfare.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whom the gate lets through while a breaker is open, and which breakers it remembers. */
class GateBreakerTest extends GateUnderTest {

    @Test
    void anOpenBreakerLetsOneThroughAfterItsTimeAndTheRestOnceThatWentWell() {
        breakDown();
        assertThat(gate.breaker("http://one:80").orElseThrow().state()).isEqualTo(BreakerState.OPEN);
        assertThat(enter(ann, "probe")).isInstanceOf(Entry.Parked.class);
        assertThat(enter(bob, "rest")).isInstanceOf(Entry.Parked.class);
        assertThat(enter(ann, "late"))
                .isInstanceOfSatisfying(
                        Entry.Later.class,
                        later -> assertThat(later.reason()).contains("circuit breaker of http://one:80 is open until"));

        clock.move(Duration.ofSeconds(10));
        Pass<String> probe = gate.next().orElseThrow();
        assertThat(probe.work()).isEqualTo("probe");
        assertThat(gate.next()).isEmpty();
        end(probe, GOOD);

        assertThat(works()).containsExactly("rest");
        assertThat(gate.breaker("http://one:80").orElseThrow().state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void aProbeThatFailsKeepsTheOthersBackForTwiceAsLong() {
        breakDown();
        enter(ann, "probe");
        enter(bob, "rest");
        clock.move(Duration.ofSeconds(10));
        end(gate.next().orElseThrow(), TIMEOUT);

        assertThat(works()).isEmpty();
        clock.move(Duration.ofSeconds(9));
        assertThat(works()).isEmpty();
        assertThat(gate.breaker("http://one:80").orElseThrow().openUntil())
                .isEqualTo(clock.instant().plusSeconds(11));
    }

    @Test
    void nobodyIsAskedForWhileTheBreakerIsOpenAndThenOne() {
        breakDown();
        gate.waits(ann, SETTINGS.perSubscription());
        assertThat(gate.shortages()).isEmpty();

        clock.move(Duration.ofSeconds(10));

        assertThat(gate.shortages()).extracting(Shortage::count).containsExactly(1);
    }

    @Test
    void whatIsOutOfUseIsForgotten() {
        end(pass(ann, "1"), GOOD);
        assertThat(gate.breakers()).hasSize(1);
        clock.move(Duration.ofMinutes(2));

        gate.overdue();

        assertThat(gate.breakers()).isEmpty();
    }

    /** Four failures of one owner. */
    private void breakDown() {
        for (int i = 0; i < 4; i++) {
            end(pass(ann, "broken"), TIMEOUT);
        }
    }
}
