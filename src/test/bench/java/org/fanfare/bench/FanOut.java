package org.fanfare.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fanfare.bench.OtherSideProcess.Target;

/** One event to many subscriptions: when the last has it. */
final class FanOut implements Scenario {

    private static final String NAME = "fan-out";
    private static final int[] SIZES = {100, 10_000};

    @Override
    public void play(Stage stage) throws Exception {
        FanfareProcess server = stage.fanfare();
        for (int size : SIZES) {
            play(stage, server, size);
        }
    }

    private static void play(Stage stage, FanfareProcess server, int size) throws Exception {
        Target target = stage.otherSide().target();
        int first = stage.subscriptions(size);
        String type = "org.pacifica.fanout." + size;
        server.subscribe(IntStream.range(first, first + size)
                .mapToObj(subscription -> Wish.forType(type, subscription, target.of(subscription)))
                .toList());
        Events events = Events.toAll(first, size, type);
        stage.course(server, events).closed(1);
        List<Outcome> outcomes = new ArrayList<>();
        for (int round = 1; round <= stage.options().rounds(); round++) {
            Outcome outcome = stage.course(server, events).closed(1);
            outcomes.add(outcome);
            stage.results().addRound(NAME, size + ", round " + round, outcome);
            Stage.say("fan-out to %d: %.2f s, others' CPU %.2f"
                    .formatted(size, seconds(outcome), outcome.figures().get("others' CPU, processors")));
        }
        report(stage, server, size, outcomes);
    }

    private static double seconds(Outcome outcome) {
        return outcome.ledger().fromAccept(event -> true).at(100) / 1000;
    }

    private static void report(Stage stage, FanfareProcess server, int size, List<Outcome> outcomes) {
        double[] seconds = outcomes.stream().mapToDouble(FanOut::seconds).toArray();
        double[] rates = outcomes.stream()
                .mapToDouble(
                        outcome -> outcome.ledger().fromAccept(event -> true).count() / seconds(outcome))
                .toArray();
        stage.results().add(Row.of(NAME, "seconds to the last of " + size, server.name(), seconds));
        Row row = Row.of(NAME, "deliveries a second, of " + size, server.name(), rates);
        stage.results().add(size == 10_000 ? row.aiming(Aim.atLeast(2_500)) : row);
    }
}
