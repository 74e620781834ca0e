package org.fanfare.bench;

import java.util.ArrayList;
import java.util.List;

/** Events before the first that is measured: until the JVM has compiled what it will, and the cost of an event settles. */
final class WarmUp {

    /** On two cores that takes 60 000 to 100 000 of them. */
    private static final int MOST = 100_000;

    private static final int STEP = 5_000;
    private static final int SETTLED_STEPS = 3;
    private static final double NEAR = 0.05;

    /** Of the cost of an event: while the compiler takes more, the cost is still to fall. */
    private static final double MOST_COMPILING = 0.05;

    private WarmUp() {}

    /** At most as many as the options say. */
    static void of(Stage stage, Contender contender) throws Exception {
        int most = stage.options().number("warmup", MOST);
        Events events = Stage.firstEvents();
        List<Double> costs = new ArrayList<>();
        int done = 0;
        double compiling = 1;
        while (done < most && (compiling > MOST_COMPILING || !isSettled(costs))) {
            int count = Math.min(STEP, most - done);
            Outcome outcome = stage.course(contender, events).closed(count);
            costs.add(outcome.figures().get("server CPU, ms per event"));
            compiling = outcome.figures().get("of it compiling, ms per event") / costs.get(costs.size() - 1);
            done += count;
            Stage.say("warm-up of %s: %d events, %.0f delivered/s, %.2f ms of CPU for each, %.2f of it compiling"
                    .formatted(
                            contender.name(),
                            done,
                            outcome.delivered(),
                            costs.get(costs.size() - 1),
                            outcome.figures().get("of it compiling, ms per event")));
        }
    }

    /** Exactly so many, in one go. */
    static void exactly(Stage stage, Contender contender, int events) throws Exception {
        if (events > 0) {
            Stage.say("warm-up");
            stage.course(contender, Stage.firstEvents()).closed(events);
        }
    }

    /** Whether the last few are much the same. */
    static boolean isSettled(List<Double> costs) {
        if (costs.size() < SETTLED_STEPS + 1) {
            return false;
        }
        List<Double> last = costs.subList(costs.size() - SETTLED_STEPS, costs.size());
        double lowest = last.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double highest = last.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return highest - lowest <= NEAR * highest;
    }
}
