package org.fanfare.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    @Test
    void withoutArgumentsTheShortListIsPlayedWithDefaults() {
        BenchOptions options = BenchOptions.parse();
        assertThat(Bench.scenarios(options.scenarios())).isEqualTo(Scenario.SHORT);
        assertThat(options.databases()).containsExactly("postgresql");
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.number("senders")).isEqualTo(16);
        assertThat(options.jvm()).containsExactly("@server-config/jvm.options");
    }

    @Test
    void scenariosComeFirstAndOptionsAfterThem() {
        BenchOptions options = BenchOptions.parse(
                "paced",
                "slow",
                "--rate",
                "50",
                "--database",
                "h2,postgresql",
                "--env",
                "A=1 B=x=y",
                "--jvm",
                "-Xmx1g -Xss1m");
        assertThat(Bench.scenarios(options.scenarios())).containsExactly("paced", "slow");
        assertThat(options.rate(7)).isEqualTo(50);
        assertThat(options.databases()).containsExactly("h2", "postgresql");
        assertThat(options.environment()).containsEntry("A", "1").containsEntry("B", "x=y");
        assertThat(options.jvm()).containsExactly("-Xmx1g", "-Xss1m");
    }

    @Test
    void aScenariosOwnDefaultYieldsToWhatWasSaid() {
        assertThat(BenchOptions.parse().number("warmup", 20_000)).isEqualTo(20_000);
        assertThat(BenchOptions.parse("--warmup", "5").number("warmup", 20_000)).isEqualTo(5);
        assertThat(BenchOptions.parse("--rounds", "5").or("rounds", "2").rounds())
                .isEqualTo(5);
        assertThat(BenchOptions.parse().or("rounds", "2").rounds()).isEqualTo(2);
        assertThat(BenchOptions.parse("--subscriptions", "1,50").subscriptions("1"))
                .isEqualTo(List.of(1, 50));
        assertThat(BenchOptions.parse().subscriptions("1,10")).isEqualTo(List.of(1, 10));
    }

    @Test
    void allIsEveryScenarioOnce() {
        assertThat(Bench.scenarios(List.of("all")))
                .containsExactlyInAnyOrderElementsOf(Scenario.ALL.keySet().stream()
                        .filter(name -> !name.equals("burst"))
                        .toList());
    }

    @Test
    void whatIsUnknownIsToldTogetherWithWhatThereIs() {
        assertThatThrownBy(() -> BenchOptions.parse("--sped", "1"))
                .hasMessageContaining("--sped")
                .hasMessageContaining("--seconds S");
        assertThatThrownBy(() -> BenchOptions.parse("--rate")).hasMessageContaining("--rate");
        assertThatThrownBy(() -> BenchOptions.parse("--rate", "1", "paced")).hasMessageContaining("paced");
        assertThatThrownBy(() -> Bench.scenarios(List.of("fast"))).hasMessageContaining("fan-out");
    }
}
