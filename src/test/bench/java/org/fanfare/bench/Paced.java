package org.fanfare.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Half the highest rate, and how long events take then; whatever it is measured against takes the same rate. */
final class Paced implements Scenario {

    private static final String NAME = "paced";
    private static final double SHARE = 0.5;
    private static final double[] PERCENTILES = {50, 99, 99.9};

    @Override
    public void play(Stage stage) throws Exception {
        List<Contender> all = stage.contenders();
        double rate = stage.options().rate(SHARE * stage.highestRate(all.get(0)));
        Map<Contender, List<Outcome>> outcomes = new LinkedHashMap<>();
        for (int round = 1; round <= stage.options().rounds(); round++) {
            for (Contender each : all) {
                Outcome outcome = stage.course(each, Stage.firstEvents())
                        .open(rate, stage.options().seconds());
                outcomes.computeIfAbsent(each, none -> new ArrayList<>()).add(outcome);
                stage.results().addRound(NAME, "" + round, outcome);
                Stage.say("paced, round %d, %s, %.0f a second: p99 %.1f ms from accept, others' CPU %.2f"
                        .formatted(
                                round,
                                each.name(),
                                rate,
                                outcome.ledger().fromAccept(event -> true).at(99),
                                outcome.figures().get("others' CPU, processors")));
            }
        }
        stage.results().add(Row.of(NAME, "events a second", all.get(0).name(), rate));
        report(stage, all, outcomes);
    }

    private static void report(Stage stage, List<Contender> all, Map<Contender, List<Outcome>> outcomes) {
        for (double percentile : PERCENTILES) {
            Row first = null;
            for (Contender each : all) {
                Row row = Row.of(
                        NAME,
                        "accept to arrival, %s, ms".formatted(Latencies.name(percentile)),
                        each.name(),
                        times(outcomes.get(each), percentile, true));
                if (each == all.get(0)) {
                    first = stage.results().add(aiming(row, percentile));
                } else {
                    stage.results().add(row);
                    stage.results().add(first.beside(row, "of " + each.name()).forComparison());
                }
            }
        }
        for (double percentile : PERCENTILES) {
            for (Contender each : all) {
                String figure = "due to arrival, %s, ms".formatted(Latencies.name(percentile));
                stage.results().add(Row.of(NAME, figure, each.name(), times(outcomes.get(each), percentile, false)));
            }
        }
    }

    private static Row aiming(Row row, double percentile) {
        if (percentile == 99) {
            return row.aiming(Aim.under(50));
        }
        return percentile > 99 ? row.aiming(Aim.under(250)) : row;
    }

    private static double[] times(List<Outcome> outcomes, double percentile, boolean isFromAccept) {
        return outcomes.stream()
                .map(Outcome::ledger)
                .map(ledger -> isFromAccept ? ledger.fromAccept(any -> true) : ledger.fromDue(any -> true))
                .mapToDouble(latencies -> latencies.at(percentile))
                .toArray();
    }
}
