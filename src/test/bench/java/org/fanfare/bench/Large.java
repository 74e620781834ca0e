package org.fanfare.bench;

import java.util.ArrayList;
import java.util.List;

/** Large events: how many come through in a closed loop, and how long they take at half of that. */
final class Large implements Scenario {

    private static final String NAME = "large";

    /** The larger one is the largest that is taken by default ({@code fanfare.receive.max-bytes}). */
    private static final int[] KIBIBYTES = {64, 1024};

    private static final double SHARE = 0.5;
    private static final double WARM_UP_SECONDS = 5;

    /** What is under way has to fit into the memory of server and broker. */
    private static final int BACKLOG = 64;

    @Override
    public void play(Stage stage) throws Exception {
        for (int size : KIBIBYTES) {
            Row first = null;
            for (Contender each : stage.contenders()) {
                Row row = play(stage, each, size);
                first = first == null ? row : first;
                if (row != first) {
                    stage.results().add(first.beside(row, "of " + each.name()));
                }
            }
        }
    }

    /** The row of the rate. */
    private static Row play(Stage stage, Contender contender, int size) throws Exception {
        Events events = Events.to(Stage.FIRST, SampleEvent.ofBytes(size * 1024));
        double seconds = stage.options().seconds() / 3;
        stage.course(contender, events).backlog(BACKLOG).closed(Math.min(WARM_UP_SECONDS, seconds));
        List<Outcome> floods = new ArrayList<>();
        List<Outcome> paced = new ArrayList<>();
        for (int round = 1; round <= stage.options().rounds(); round++) {
            Outcome flood = stage.course(contender, events).backlog(BACKLOG).closed(seconds);
            floods.add(flood);
            Outcome half = stage.course(contender, events).open(SHARE * flood.delivered(), seconds);
            paced.add(half);
            stage.results().addRound(NAME, size + " KiB, closed loop, round " + round, flood);
            stage.results().addRound(NAME, size + " KiB, half of that, round " + round, half);
            Stage.say("%d KiB, %s: %.1f a second, others' CPU %.2f"
                    .formatted(
                            size,
                            contender.name(),
                            flood.delivered(),
                            flood.figures().get("others' CPU, processors")));
        }
        return report(stage, size, floods, paced);
    }

    private static Row report(Stage stage, int size, List<Outcome> floods, List<Outcome> paced) {
        String name = floods.get(0).contender().name();
        double[] rates = floods.stream().mapToDouble(Outcome::delivered).toArray();
        double[] mebibytes = floods.stream()
                .mapToDouble(outcome -> outcome.delivered() * size / 1024)
                .toArray();
        Row row = stage.results().add(Row.of(NAME, "events of %d KiB a second".formatted(size), name, rates));
        stage.results().add(Row.of(NAME, "MiB a second, %d KiB".formatted(size), name, mebibytes));
        for (double percentile : new double[] {50, 99}) {
            double[] times = paced.stream()
                    .mapToDouble(
                            outcome -> outcome.ledger().fromAccept(any -> true).at(percentile))
                    .toArray();
            String figure =
                    "accept to arrival at half of that, %d KiB, %s, ms".formatted(size, Latencies.name(percentile));
            stage.results().add(Row.of(NAME, figure, name, times));
        }
        return row;
    }
}
