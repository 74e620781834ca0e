package org.fanfare.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The highest rate that is held with nothing growing, with so many subscriptions of which one matches. What it is measured
 * against takes its turn in each round.
 *
 * @param isFixed whether it is with one subscription, whatever the options say
 */
record Flood(String name, boolean isFixed) implements Scenario {

    private static final String STEPS = "1,1000,100000";

    /** Of a closed loop's rate, where the search begins. */
    private static final double BEGIN = 0.95;

    private static final double ESTIMATE_SECONDS = 10;

    @Override
    public void play(Stage stage) throws Exception {
        List<Contender> all = stage.contenders();
        int there = stage.othersThere();
        Row one = null;
        for (int subscriptions : isFixed ? List.of(1) : stage.options().subscriptions(STEPS)) {
            if (subscriptions - 1 > there) {
                stage.fanfare().subscribe(others(stage, there, subscriptions - 1));
                there = subscriptions - 1;
                stage.othersAre(there);
                stage.results()
                        .add(Row.of(
                                name, "resident with %d subscriptions, MiB".formatted(subscriptions),
                                stage.fanfare().name(), Memory.resident(stage.fanfare().process())));
            }
            Row row = step(stage, subscriptions, subscriptions == 1 ? all : all.subList(0, 1), one);
            one = one == null ? row : one;
        }
    }

    /** Subscriptions that match nothing, of these numbers. */
    static List<Wish> others(Stage stage, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Wish.forNothing(i, stage.firstTarget().of(Stage.FIRST)))
                .toList();
    }

    private Row step(Stage stage, int subscriptions, List<Contender> contenders, Row one) throws Exception {
        Map<Contender, List<Double>> rates = new LinkedHashMap<>();
        Map<Contender, List<Double>> memory = new LinkedHashMap<>();
        for (Contender each : contenders) {
            rates.put(each, new ArrayList<>());
            memory.put(each, new ArrayList<>());
        }
        String figure = "events a second, %d subscription%s".formatted(subscriptions, subscriptions == 1 ? "" : "s");
        for (int round = 1; round <= stage.options().rounds(); round++) {
            for (Contender each : contenders) {
                rates.get(each).add(search(stage, each, rates.get(each), "%s, round %d".formatted(figure, round)));
                memory.get(each).add(Memory.resident(each.process()));
            }
        }
        List<Row> rows = new ArrayList<>();
        rates.forEach((each, found) -> rows.add(Row.of(name, figure, each.name(), array(found))));
        Row first = rows.get(0);
        if (subscriptions == 1) {
            first = first.aiming(Aim.atLeast(1000));
        } else if (one != null) {
            first = first.beside(one, "of the first").ratioAiming(Aim.atLeast(0.8));
        }
        stage.results().add(first);
        for (Row other : rows.subList(1, rows.size())) {
            stage.results().add(other);
            Row ratio = first.beside(other, "of " + other.contender());
            stage.results()
                    .add(other.contender().equals("floor") ? ratio.ratioAiming(Aim.atLeast(0.6)) : ratio.forComparison());
        }
        memory.forEach((each, found) -> stage.results()
                .add(Row.of(name, "resident then, MiB, subscriptions: %d".formatted(subscriptions), each.name(), array(found))));
        return first;
    }

    private double search(Stage stage, Contender contender, List<Double> before, String label) throws Exception {
        double start = before.stream().filter(rate -> rate > 0).reduce((a, b) -> b).orElse(0.0);
        if (start == 0) {
            double seconds = Math.min(ESTIMATE_SECONDS, stage.options().seconds());
            Outcome closed = stage.course(contender, Stage.firstEvents()).closed(seconds);
            start = BEGIN * closed.delivered();
            stage.results().addRound(name, label + ", closed loop", closed);
        }
        RateSearch search = new RateSearch(start, stage.options().number("trials"));
        while (!search.isOver()) {
            double rate = search.next();
            Outcome outcome = stage.course(contender, Stage.firstEvents())
                    .attempt(rate, stage.options().seconds());
            Holding holding = Holding.of(outcome, Pace.count(rate, stage.options().seconds()));
            Stage.say("%s, %s: %s".formatted(label, contender.name(), holding.text()));
            stage.results().addRound(name, label + (holding.isHeld() ? ", held" : ", not held"), outcome);
            if (holding.isHeld()) {
                search.held();
                stage.holds(contender, rate);
            } else {
                search.grew(outcome.delivered());
            }
        }
        return search.highest();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
