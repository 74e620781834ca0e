package org.fanfare.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fanfare.caller.Owner;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final BreakerSettings SETTINGS =
            new BreakerSettings(Duration.ofSeconds(60), 4, 0.75, Duration.ofSeconds(10), Duration.ofSeconds(30));

    private Instant now = Instant.parse("2026-01-31T12:00:00Z");
    private final Breaker breaker = new Breaker(SETTINGS, now);

    @Test
    void itOpensWhenEnoughExchangesFailed() {
        judge("a", Health.ILL, 3);
        assertThat(breaker.lets(now)).isTrue();

        judge("a", Health.ILL, 1);

        assertThat(breaker.lets(now)).isFalse();
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThat(breaker.openUntil()).isEqualTo(now.plusSeconds(10));
    }

    @Test
    void belowTheRatioItStaysClosed() {
        judge("a", Health.WELL, 30);
        judge("a", Health.ILL, 70);

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void whatTheHostWasNotAskedDoesNotCount() {
        judge("a", Health.UNKNOWN, 1000);

        assertThat(breaker.calls()).isZero();
    }

    @Test
    void oneOwnersFailuresDoNotShutAHostThatServesAnotherWell() {
        judge("bob", Health.WELL, 1);
        judge("mallory", Health.ILL, 10_000);

        assertThat(breaker.lets(now)).isTrue();
    }

    @Test
    void whatFailedLongAgoIsForgotten() {
        judge("a", Health.ILL, 3);
        now = now.plusSeconds(61);

        judge("a", Health.ILL, 1);

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.calls()).isEqualTo(1);
    }

    @Test
    void afterItsTimeItLetsExactlyOneThrough() {
        open();
        now = now.plusSeconds(10);

        assertThat(breaker.lets(now)).isTrue();
        assertThat(breaker.pass()).isTrue();
        assertThat(breaker.lets(now)).isFalse();
        assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
    }

    @Test
    void aProbeThatGoesWellClosesItAndThePastIsForgotten() {
        open();
        probe(Health.WELL);

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        judge("a", Health.ILL, 3);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void eachProbeThatFailsDoublesTheTimeUpToTheLongest() {
        open();
        probe(Health.ILL);
        assertThat(Duration.between(now, breaker.openUntil())).isEqualTo(Duration.ofSeconds(20));
        probe(Health.ILL);
        assertThat(Duration.between(now, breaker.openUntil())).isEqualTo(Duration.ofSeconds(30));
        probe(Health.ILL);
        assertThat(Duration.between(now, breaker.openUntil())).isEqualTo(Duration.ofSeconds(30));

        probe(Health.WELL);
        open();
        assertThat(Duration.between(now, breaker.openUntil())).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aProbeThatNeverReachedTheHostMakesRoomForAnother() {
        open();
        probe(Health.UNKNOWN);

        assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
        assertThat(breaker.lets(now)).isTrue();
    }

    @Test
    void whoWasUnderWayWhenItOpenedChangesNothing() {
        open();

        judge("a", Health.WELL, 10);
        judge("a", Health.ILL, 10);

        assertThat(breaker.openUntil()).isEqualTo(now.plusSeconds(10));
    }

    @Test
    void itCanBeForgottenOnceWhatItKnowsIsOld() {
        judge("a", Health.ILL, 2);
        assertThat(breaker.isIdle(now)).isFalse();
        assertThat(breaker.isIdle(now.plusSeconds(61))).isTrue();

        open();
        assertThat(breaker.isIdle(now.plusSeconds(11))).isFalse();
        assertThat(breaker.isIdle(now.plusSeconds(50))).isTrue();
    }

    @Test
    void thousandsOfOwnersTakeNoMoreMemoryAndStillOpenIt() {
        for (int owner = 0; owner < 5_000; owner++) {
            judge("owner" + owner, Health.ILL, 1);
        }

        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    }

    @Property
    void itNeverLetsMoreThanOneThroughWhileItIsNotClosed(@ForAll List<Step> steps) {
        boolean isProbeOut = false;
        for (Step step : steps) {
            now = now.plusSeconds(step == Step.WAIT ? 7 : 0);
            if (step == Step.PASS && breaker.lets(now)) {
                boolean isProbe = breaker.pass();
                assertThat(isProbe && isProbeOut).isFalse();
                isProbeOut |= isProbe;
            } else if (step == Step.WELL || step == Step.ILL) {
                breaker.judge(isProbeOut, Owner.named("a"), step == Step.WELL ? Health.WELL : Health.ILL, now);
                isProbeOut = false;
            }
            assertThat(breaker.state() == BreakerState.OPEN).isEqualTo(breaker.openUntil() != null);
        }
    }

    enum Step {
        PASS,
        WELL,
        ILL,
        WAIT
    }

    private void open() {
        judge("a", Health.ILL, 4);
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    }

    private void probe(Health health) {
        if (breaker.openUntil() != null) {
            now = breaker.openUntil();
        }
        assertThat(breaker.lets(now)).isTrue();
        breaker.judge(breaker.pass(), Owner.named("a"), health, now);
    }

    private void judge(String owner, Health health, int times) {
        for (int i = 0; i < times; i++) {
            breaker.judge(false, Owner.named(owner), health, now);
        }
    }
}
