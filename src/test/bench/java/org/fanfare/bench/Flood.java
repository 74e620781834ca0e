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

    /** What the rounds with so many subscriptions gave. */
    private record Step(int subscriptions, Map<Contender, List<Double>> rates, Map<Contender, List<Double>> memory) {

        String figure() {
            return subscriptions == 1
                    ? "events a second, 1 subscription"
                    : "events a second, %d subscriptions".formatted(subscriptions);
        }
    }

    @Override
    public void play(Stage stage) throws Exception {
        List<Contender> all = stage.contenders();
        Row one = null;
        for (int subscriptions : isFixed ? List.of(1) : stage.options().subscriptions(STEPS)) {
            addUpTo(subscriptions - 1, stage);
            Row row = report(
                    stage.results(), step(stage, subscriptions, subscriptions == 1 ? all : all.subList(0, 1)), one);
            one = one == null ? row : one;
        }
    }

    private void addUpTo(int others, Stage stage) throws Exception {
        if (others <= stage.othersThere()) {
            return;
        }
        FanfareProcess server = stage.fanfare();
        long start = System.nanoTime();
        server.subscribe(others(stage, stage.othersThere(), others));
        Stage.say("%d subscriptions more after %.0f s"
                .formatted(others - stage.othersThere(), (System.nanoTime() - start) / 1e9));
        stage.othersAre(others);
        String figure = "resident with %d subscriptions, MiB".formatted(others + 1);
        stage.results().add(Row.of(name, figure, server.name(), Memory.resident(server.process())));
    }

    /** Subscriptions that match nothing, of these numbers. */
    static List<Wish> others(Stage stage, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Wish.forNothing(i, stage.firstTarget().of(Stage.FIRST)))
                .toList();
    }

    private Step step(Stage stage, int subscriptions, List<Contender> contenders) throws Exception {
        Step step = new Step(subscriptions, new LinkedHashMap<>(), new LinkedHashMap<>());
        for (int round = 1; round <= stage.options().rounds(); round++) {
            for (Contender each : contenders) {
                List<Double> rates = step.rates.computeIfAbsent(each, none -> new ArrayList<>());
                rates.add(search(stage, each, rates, "%s, round %d".formatted(step.figure(), round)));
                step.memory.computeIfAbsent(each, none -> new ArrayList<>()).add(Memory.resident(each.process()));
            }
        }
        return step;
    }

    /**
     * @param one the row of the first step; null if this is it
     * @return the row of the server
     */
    private Row report(Results results, Step step, Row one) {
        List<Row> rows = new ArrayList<>();
        step.rates.forEach((each, found) -> rows.add(Row.of(name, step.figure(), each.name(), array(found))));
        Row first = rows.get(0);
        if (step.subscriptions == 1) {
            first = first.aiming(Aim.atLeast(1000));
        } else if (one != null) {
            first = first.beside(one, "of the first").ratioAiming(Aim.atLeast(0.8));
        }
        results.add(first);
        for (Row other : rows.subList(1, rows.size())) {
            Row ratio = first.beside(other, "of " + other.contender());
            results.add(other);
            results.add(
                    other.contender().equals("floor") ? ratio.ratioAiming(Aim.atLeast(0.6)) : ratio.forComparison());
        }
        String figure = "resident then, MiB, subscriptions: " + step.subscriptions;
        step.memory.forEach((each, found) -> results.add(Row.of(name, figure, each.name(), array(found))));
        return first;
    }

    private double search(Stage stage, Contender contender, List<Double> before, String label) throws Exception {
        double start =
                before.stream().filter(rate -> rate > 0).reduce((a, b) -> b).orElse(0.0);
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
            Holding holding =
                    Holding.of(outcome, Pace.count(rate, stage.options().seconds()));
            Stage.say("%s, %s: %s".formatted(label, contender.name(), holding.text()));
            stage.results().addRound(name, label + (holding.isHeld() ? ", held" : ", not held"), outcome);
            if (holding.isHeld()) {
                search.held();
                stage.holds(contender, rate);
            } else {
                search.grew(outcome.delivered());
            }
        }
        if (search.isOpenAbove()) {
            stage.results()
                    .note("%s, %s: all rates tried were held, raise --trials".formatted(label, contender.name()));
        }
        return search.highest();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
