package org.fanfare.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Some thousand events as fast as they are taken, and what each costs: the quick look for whoever makes the server faster.
 * With a rate, so many at constant intervals.
 */
final class Burst implements Scenario {

    private static final String NAME = "burst";
    private static final int WARM_UP = 20_000;
    private static final int EVENTS = 5_000;

    @Override
    public void play(Stage stage) throws Exception {
        BenchOptions options = stage.options();
        String database = stage.databaseName();
        FanfareProcess server = stage.fresh(database, NAME, Map.of());
        double idle = Memory.resident(server.process());
        int others = options.subscriptions("1").get(0) - 1;
        server.subscribe(Flood.others(stage, 0, others));
        WarmUp.exactly(stage, server, options.number("warmup", WARM_UP));
        Instant start = Instant.now();
        List<Figures> rounds = new ArrayList<>();
        for (int i = 0; i < options.rounds(); i++) {
            rounds.add(round(stage, server, i + 1));
        }
        stage.writeProfile(NAME, server, start);
        for (String name : rounds.get(0).names()) {
            double[] values =
                    rounds.stream().mapToDouble(round -> round.get(name)).toArray();
            stage.results().add(Row.of(NAME, name, server.name(), values));
        }
        stage.results().add(Row.of(NAME, "server RSS before the first event, MB", server.name(), idle));
        stage.stop(server);
    }

    private static Figures round(Stage stage, FanfareProcess server, int number) throws Exception {
        int count = stage.options().number("events", EVENTS);
        double rate = stage.options().rate(0);
        Course course = stage.course(server, Stage.firstEvents());
        Outcome outcome = rate > 0 ? course.open(rate, count / rate) : course.closed(count);
        Figures figures = outcome.figures();
        stage.results().addRound(NAME, "" + number, outcome);
        Stage.say("round %d: %.0f accepted/s, %.0f delivered/s, p99 %.0f ms, server CPU %.2f ms, others' CPU %.2f"
                .formatted(
                        number,
                        figures.get("accepted per second"),
                        figures.get("delivered per second"),
                        figures.get("post to arrival, p99 ms"),
                        figures.get("server CPU, ms per event"),
                        figures.get("others' CPU, processors")));
        return figures;
    }
}
