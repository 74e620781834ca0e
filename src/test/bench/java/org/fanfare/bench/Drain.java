package org.fanfare.bench;

import java.time.Duration;
import java.util.List;
import org.fanfare.bench.OtherSideProcess.Target;

/**
 * The policy service, then a target, is down for a while under load, and comes up when the load ends: how long until
 * everything that was accepted has arrived.
 */
final class Drain implements Scenario {

    private static final String NAME = "drain";
    private static final double SHARE = 0.25;

    /** The second retry by the default schedule is after 5 minutes, and up to a tenth more; a breaker may stay open as long. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @Override
    public void play(Stage stage) throws Exception {
        FanfareProcess server = stage.fanfare();
        stage.results()
                .note(
                        "drain: policy.retry PT5S,PT30S,PT1M,PT5M, delivery.retry PT5S,PT5M,..., breaker.open-for PT10S to PT5M,"
                                + " by default, and " + stage.options().environment());
        double rate = stage.options().rate(SHARE * stage.highestRate(server));
        stage.results().add(Row.of(NAME, "events a second", server.name(), rate));
        play(stage, "policy", stage.otherSide().policyPort(), Stage.firstEvents());
        Target target = stage.otherSide().target();
        int subscription = stage.subscriptions(1);
        String type = "org.pacifica.drain";
        server.subscribe(List.of(Wish.forType(type, subscription, target.of(subscription))));
        play(stage, "target", target.port(), Events.to(subscription, SampleEvent.ofType(type)));
    }

    private static void play(Stage stage, String what, int port, Events events) throws Exception {
        FanfareProcess server = stage.fanfare();
        double rate = stage.options().rate(SHARE * stage.highestRate(server));
        stage.course(server, events).open(rate, 5);
        long[] up = new long[1];
        stage.otherSide().down(port);
        Outcome outcome;
        try {
            outcome = stage.course(server, events)
                    .patience(PATIENCE)
                    .then(() -> {
                        stage.otherSide().up(port);
                        up[0] = System.nanoTime();
                    })
                    .open(rate, stage.options().number("down"));
        } finally {
            stage.otherSide().up(port);
        }
        stage.results().addRound(NAME, what, outcome);
        double seconds = (outcome.latest(outcome.ledger()::arrivedAt) - up[0]) / 1e9;
        Latencies latencies = new Latencies();
        outcome.ledger()
                .accepted()
                .forEach(event -> latencies.add(outcome.ledger().arrivedAt(event) - up[0]));
        Stage.say(
                "%s was down: empty after %.1f s, half after %.1f s".formatted(what, seconds, latencies.at(50) / 1000));
        stage.results().add(Row.of(NAME, what + " down: seconds from up to empty", server.name(), seconds));
        stage.results()
                .add(Row.of(NAME, what + " down: seconds to half of it", server.name(), latencies.at(50) / 1000));
        stage.results()
                .add(Row.of(
                        NAME,
                        what + " down: missing",
                        server.name(),
                        outcome.told().faults().missing()));
    }
}
