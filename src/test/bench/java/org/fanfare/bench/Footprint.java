package org.fanfare.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Memory of a server that did nothing yet, that has very many subscriptions, and under a flood; and how long a start takes. */
final class Footprint implements Scenario {

    private static final String NAME = "memory";
    private static final String SUBSCRIPTIONS = "100000";
    private static final int IDLE_SECONDS = 10;

    @Override
    public void play(Stage stage) throws Exception {
        stage.stopShared();
        for (String database : List.of("h2", "postgresql")) {
            List<Double> starts = new ArrayList<>();
            List<Double> idle = new ArrayList<>();
            for (int round = 1; round <= stage.options().rounds(); round++) {
                FanfareProcess server = stage.fresh(database, "memory", Map.of());
                TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                starts.add(server.secondsToReady());
                idle.add(Memory.resident(server.process()));
                Stage.say("%s: ready after %.1f s, %.0f MiB"
                        .formatted(server.name(), server.secondsToReady(), idle.get(round - 1)));
                if (round == stage.options().rounds()) {
                    loaded(stage, server);
                } else {
                    stage.stop(server);
                }
            }
            String name = database.equals("h2") ? "Fanfare, H2" : "Fanfare, PostgreSQL";
            Row start = Row.of(NAME, "seconds to ready", name, array(starts));
            stage.results().add(database.equals("h2") ? start.aiming(Aim.under(15)) : start);
            stage.results()
                    .add(Row.of(NAME, "resident idle, MiB", name, array(idle)).aiming(Aim.under(500)));
        }
    }

    private static void loaded(Stage stage, FanfareProcess server) throws Exception {
        Outcome flood = flood(stage, server, "1 subscription");
        memory(stage, server, "under flood", flood, 900);
        stage.stop(server);
        FanfareProcess many = stage.fresh(kind(server), "memory-many", Map.of());
        List<Integer> steps = stage.options().subscriptions(SUBSCRIPTIONS);
        int subscriptions = steps.get(steps.size() - 1);
        many.subscribe(Flood.others(stage, 0, subscriptions - 1));
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        stage.results()
                .add(Row.of(
                                NAME,
                                "resident with %d subscriptions, MiB".formatted(subscriptions),
                                many.name(),
                                Memory.resident(many.process()))
                        .aiming(Aim.under(700)));
        Outcome both = flood(stage, many, subscriptions + " subscriptions");
        stage.results()
                .add(Row.of(
                        NAME,
                        "resident with them under flood at most, MiB",
                        many.name(),
                        both.figures().get("server RSS at most, MB")));
        stage.stop(many);
    }

    private static String kind(FanfareProcess server) {
        return server.database().isPresent() ? "postgresql" : "h2";
    }

    private static Outcome flood(Stage stage, FanfareProcess server, String label) throws Exception {
        Outcome flood =
                stage.course(server, Stage.firstEvents()).closed(stage.options().seconds());
        stage.results().addRound(NAME, "flood, " + label, flood);
        return flood;
    }

    private static void memory(Stage stage, FanfareProcess server, String when, Outcome flood, double most) {
        stage.results()
                .add(Row.of(
                        NAME,
                        "resident %s, MiB".formatted(when),
                        server.name(),
                        flood.figures().get("server RSS, MB")));
        stage.results()
                .add(Row.of(
                                NAME,
                                "resident %s at most, MiB".formatted(when),
                                server.name(),
                                flood.figures().get("server RSS at most, MB"))
                        .aiming(Aim.under(most)));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
