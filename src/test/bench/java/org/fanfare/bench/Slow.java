package org.fanfare.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.fanfare.bench.OtherSideProcess.Target;

/**
 * A hundred subscriptions with targets of their own, each event for one of them in turn: first all are quick, then every
 * tenth answers after 5 seconds and one never; what becomes of the latencies of the others.
 */
final class Slow implements Scenario {

    private static final String NAME = "slow";
    private static final int TARGETS = 100;
    private static final int SLOW_OF = 10;
    private static final int SILENT = 55;
    private static final long SLOW_MILLIS = 5_000;
    private static final double SHARE = 0.5;
    private static final double WARM_UP_SECONDS = 10;

    /** What waits for a slow target goes out eight at a time, and each may have been sent once in vain. */
    private static final Duration PATIENCE = Duration.ofSeconds(400);

    @Override
    public void play(Stage stage) throws Exception {
        FanfareProcess server = stage.fanfare();
        int first = stage.subscriptions(TARGETS);
        List<Target> targets = targets(stage, server, first);
        Events events = Events.inTurn(first, TARGETS, Slow::type);
        double rate = stage.options().rate(SHARE * stage.highestRate(server));
        stage.course(server, events)
                .open(rate, Math.min(WARM_UP_SECONDS, stage.options().seconds()));
        double seconds = stage.options().seconds() * stage.options().rounds();
        IntPredicate others = event -> isQuick(event % TARGETS);
        Outcome before = stage.course(server, events).open(rate, seconds);
        stage.results().addRound(NAME, "all quick", before);
        say("all quick", before, others);
        slowDown(stage, targets, SLOW_MILLIS, FakeServer.NEVER);
        stage.listening().ignore(first + SILENT);
        Outcome beside = stage.course(server, events)
                .judging(event -> event % TARGETS != SILENT)
                .patience(PATIENCE)
                .then(() -> slowDown(stage, targets, 0, 0))
                .open(rate, seconds);
        stage.results().addRound(NAME, "some slow", beside);
        say("some slow", beside, others);
        report(stage, before, beside, others);
    }

    private static List<Target> targets(Stage stage, Contender server, int first) throws Exception {
        List<Target> targets = new ArrayList<>();
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            Target target = stage.otherSide().target();
            targets.add(target);
            wishes.add(Wish.forType(type(i), first + i, target.of(first + i)));
        }
        server.subscribe(wishes);
        return targets;
    }

    private static String type(int target) {
        return "org.pacifica.slow." + target;
    }

    private static boolean isQuick(int target) {
        return target % SLOW_OF != 0 && target != SILENT;
    }

    private static void slowDown(Stage stage, List<Target> targets, long slow, long silent) throws Exception {
        for (int i = 0; i < TARGETS; i += SLOW_OF) {
            stage.otherSide().answerAfter(targets.get(i).port(), slow);
        }
        stage.otherSide().answerAfter(targets.get(SILENT).port(), silent);
    }

    private static void say(String when, Outcome outcome, IntPredicate others) {
        Stage.say("%s: p99 %.1f ms of the others, others' CPU %.2f"
                .formatted(
                        when,
                        outcome.ledger().fromAccept(others).at(99),
                        outcome.figures().get("others' CPU, processors")));
    }

    private static void report(Stage stage, Outcome before, Outcome beside, IntPredicate others) {
        String server = before.contender().name();
        int rounds = stage.options().rounds();
        stage.results()
                .add(Row.of(NAME, "events a second", server, before.pace().rate()));
        for (double percentile : new double[] {50, 99, 99.9}) {
            String figure = "accept to arrival of the quick, %s, ms".formatted(Latencies.name(percentile));
            Row quick = stage.results()
                    .add(Row.of(NAME, figure + ", all quick", server, byRound(before, others, percentile, rounds)));
            Row row = Row.of(NAME, figure + ", some slow", server, byRound(beside, others, percentile, rounds))
                    .beside(quick, "of all quick");
            stage.results().add(percentile == 99 ? row.ratioAiming(Aim.under(1.5)) : row);
        }
    }

    /** One stretch, cut into as many parts. */
    private static double[] byRound(Outcome outcome, IntPredicate which, double percentile, int rounds) {
        Ledger ledger = outcome.ledger();
        int length = (ledger.end() - ledger.first()) / rounds;
        return IntStream.range(0, rounds)
                .mapToDouble(round -> ledger.fromAccept(
                                which.and(event -> (event - ledger.first()) / Math.max(1, length) == round))
                        .at(percentile))
                .toArray();
    }
}
