package org.fanfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void theMedianDecidesAboutTheTarget() {
        assertThat(Row.of("s", "f", "c", 999, 1001, 5000)
                        .aiming(Aim.atLeast(1000))
                        .isMet())
                .contains(true);
        assertThat(Row.of("s", "f", "c", 40, 60).aiming(Aim.under(50)).isMet()).contains(true);
        assertThat(Row.of("s", "f", "c", 41, 60).aiming(Aim.under(50)).isMet()).contains(false);
        assertThat(Row.of("s", "f", "c", 41).isMet()).isEmpty();
    }

    @Test
    void aRatioIsThatOfTheMedians() {
        Row floor = Row.of("s", "f", "floor", 900, 1000, 2000);
        Row row = Row.of("s", "f", "c", 500, 650, 700).beside(floor, "of floor");
        assertThat(row.ratio()).isEqualTo(0.65);
        assertThat(row.ratioAiming(Aim.atLeast(0.6)).isMet()).contains(true);
        assertThat(row.ratioAiming(Aim.atLeast(0.6)).line())
                .isEqualTo("| s | f | c | 650 | 500 | 700 | 0.65 of floor | at least 0.60 of floor | met |");
    }

    @Test
    void aFigureThatIsNoneMeetsNothing() {
        Row none = Row.of("s", "f", "c", Double.NaN);
        assertThat(none.aiming(Aim.atLeast(0)).isMet()).contains(false);
        assertThat(none.aiming(Aim.under(9)).isMet()).contains(false);
        assertThat(none.line()).contains("| - |");
    }
}
