package org.fanfare.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fanfare.subscription.DisabledBecause;
import org.fanfare.subscription.HealthPreset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Failure FAILURE = new Failure("the target answered 500", "out of order", NOW);
    private static final BooleanSupplier NOTHING = () -> false;
    private static final BooleanSupplier NOT_TO_BE_ASKED = () -> {
        throw new AssertionError("a query too many");
    };

    private final HealthRules rules = new HealthRules(new HealthSettings(HealthPreset.GRACE, 10, Duration.ofDays(2)));

    @ParameterizedTest
    @CsvSource({
        "1, PT0S, 0", // the first
        "11, PT0S, 0", // many, but for no time
        "1, P30D, 9", // for long, but only one
        "6, P1D, 50",
        "8, P30D, 72",
        "11, P1DT22H, 95",
        "10, P30D, 90",
        "11, P2D, 99" // not more than two days
    })
    void graceTakesTheSmallerOfBothShares(int failures, Duration lasting, int percent) {
        Finding finding = rules.of(HealthPreset.GRACE).judge(attempts(failures, lasting), FAILURE, NOT_TO_BE_ASKED);

        assertThat(finding).isInstanceOfSatisfying(Finding.Ailing.class, ailing -> {
            assertThat(ailing.percent()).isEqualTo(percent);
            assertThat(ailing.reason())
                    .contains(failures + " attempts in a row")
                    .contains(FAILURE.summary());
        });
    }

    @Test
    void graceDisablesAfterManyFailuresOverALongTime() {
        Counts counts = attempts(11, Duration.ofDays(2).plusMillis(1));

        assertThat(rules.of(HealthPreset.GRACE).judge(counts, FAILURE, NOT_TO_BE_ASKED))
                .isEqualTo(
                        new Finding.Lost(
                                DisabledBecause.FAILURES,
                                "11 attempts in a row have failed, the first at 2026-01-29T11:59:59.999Z; the last: the target answered 500"));
    }

    @Property
    void graceDisablesExactlyWhenBothLimitsArePassedAndElseStaysBelowAHundredPercent(
            @ForAll @IntRange(max = 100) int failures,
            @ForAll @LongRange(max = 10_000_000) long seconds,
            @ForAll @IntRange(min = 1, max = 50) int most,
            @ForAll @LongRange(min = 1, max = 5_000_000) long period) {
        GraceRule rule = new GraceRule(most, Duration.ofSeconds(period));

        Finding finding = rule.judge(attempts(failures, Duration.ofSeconds(seconds)), FAILURE, NOT_TO_BE_ASKED);

        assertThat(finding instanceof Finding.Lost).isEqualTo(failures > most && seconds > period);
        if (finding instanceof Finding.Ailing ailing) {
            assertThat(ailing.percent()).isBetween(0, 99);
        }
    }

    /** However clocks of nodes differ, or an attempt is recorded before the one that was counted first. */
    @Test
    void aFirstFailureThatIsYetToComeIsNoShare() {
        Finding finding =
                rules.of(HealthPreset.GRACE).judge(attempts(100, Duration.ofSeconds(-5)), FAILURE, NOT_TO_BE_ASKED);

        assertThat(((Finding.Ailing) finding).percent()).isZero();
    }

    @Test
    void pacificaDisablesAtTheFirstFailureWithWhatTheTargetSaid() {
        HealthRule rule = rules.of(HealthPreset.PACIFICA);
        Counts counts = attempts(1, Duration.ZERO);

        assertThat(rule.judge(counts, FAILURE, NOT_TO_BE_ASKED))
                .isEqualTo(new Finding.Lost(DisabledBecause.FAILURES, "out of order"));
        assertThat(rule.judge(counts, new Failure("the target answered 500", " ", NOW), NOT_TO_BE_ASKED))
                .isEqualTo(new Finding.Lost(DisabledBecause.FAILURES, "the target answered 500"));
        assertThat(rule.judge(new Counts(0, null, 0, 1), FAILURE, NOT_TO_BE_ASKED))
                .isEqualTo(Finding.Plain.FINE);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "25, 50", "45, 90", "49, 98"})
    void ntiCountsDeliveriesOfFifty(int failed, int percent) {
        Finding finding = rules.of(HealthPreset.NTI).judge(new Counts(1000, NOW, failed, 49), FAILURE, NOT_TO_BE_ASKED);

        assertThat(((Finding.Ailing) finding).percent()).isEqualTo(percent);
    }

    @Test
    void ntiDisablesOnlyWhenNothingIsUnderWay() {
        HealthRule rule = rules.of(HealthPreset.NTI);

        assertThat(rule.judge(new Counts(0, null, 50, 0), FAILURE, NOTHING))
                .isInstanceOfSatisfying(
                        Finding.Lost.class, lost -> assertThat(lost.because()).isEqualTo(DisabledBecause.FAILURES));
        assertThat(rule.judge(new Counts(0, null, 60, 0), FAILURE, () -> true))
                .isInstanceOfSatisfying(
                        Finding.Ailing.class,
                        ailing -> assertThat(ailing.percent()).isEqualTo(99));
        assertThat(rule.judge(new Counts(0, null, 60, 0), FAILURE, NOTHING)).isInstanceOf(Finding.Lost.class);
    }

    @Test
    void ntiDisablesAfterFiftyFailedPreconditions() {
        HealthRule rule = rules.of(HealthPreset.NTI);

        assertThat(rule.judge(new Counts(0, null, 0, 49), FAILURE, NOT_TO_BE_ASKED))
                .isEqualTo(Finding.Plain.FINE);
        assertThat(rule.judge(new Counts(0, null, 0, 50), FAILURE, NOT_TO_BE_ASKED))
                .isInstanceOfSatisfying(
                        Finding.Lost.class,
                        lost -> assertThat(lost.because()).isEqualTo(DisabledBecause.PRECONDITIONS));
    }

    @Property
    void neverIsNever(@ForAll @IntRange int failures, @ForAll @IntRange int failed, @ForAll @IntRange int denied) {
        assertThat(rules.of(HealthPreset.NEVER)
                        .judge(new Counts(failures, NOW, failed, denied), FAILURE, NOT_TO_BE_ASKED))
                .isEqualTo(Finding.Plain.FINE);
    }

    private static Counts attempts(int failures, Duration lasting) {
        return new Counts(failures, NOW.minus(lasting), 0, 0);
    }
}
