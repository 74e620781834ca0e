package org.fanfare.bench;

import java.util.function.IntToLongFunction;
import java.util.function.LongPredicate;

/** What became of a stretch of events. */
record Outcome(Contender contender, Ledger ledger, Pace pace, Usage used, Told told) {

    /** @param seconds until the last arrival was waited for */
    record Told(double seconds, Faults faults) {}

    /** Accepted events, each second from the first request to the last answer. */
    double accepted() {
        return ledger.accepted().count() * 1e9 / (latest(ledger::acceptedAt) - pace.start());
    }

    /** Events that arrived everywhere, each second from the first request to the last arrival. */
    double delivered() {
        long count =
                ledger.accepted().filter(event -> ledger.arrivedAt(event) != 0).count();
        return count * 1e9 / (latest(ledger::arrivedAt) - pace.start());
    }

    long latest(IntToLongFunction time) {
        return ledger.accepted().mapToLong(time::applyAsLong).max().orElse(pace.start() + 1);
    }

    /** How many were due then and had not arrived. */
    long backlogAt(long time) {
        LongPredicate before = at -> at != 0 && at <= time;
        long arrived = ledger.accepted()
                .filter(event -> before.test(ledger.arrivedAt(event)))
                .count();
        return pace.dueBy(time) - arrived;
    }

    /** The figures of the round, all of them. */
    Figures figures() {
        double perEvent = 1000.0 / Math.max(1, ledger.posted());
        Figures figures = new Figures();
        figures.put("events", ledger.posted());
        figures.put("rate", pace.rate());
        figures.put("accepted per second", accepted());
        figures.put("delivered per second", delivered());
        putTimes(figures, "post to answer", ledger.toAccept());
        putTimes(figures, "accept to arrival", ledger.fromAccept(event -> true));
        putTimes(figures, "post to arrival", ledger.fromDue(event -> true));
        figures.put("server CPU, ms per event", used.server() * perEvent);
        figures.put("of it compiling, ms per event", used.compiler() * perEvent);
        figures.put("database CPU, ms per event", used.database() * perEvent);
        figures.put("driver CPU, ms per event", used.driver() * perEvent);
        figures.put("other side CPU, ms per event", used.otherSide() * perEvent);
        figures.put("others' CPU, processors", used.others() / told.seconds());
        figures.put("server RSS, MB", Memory.resident(contender.process()));
        figures.put("server RSS at most, MB", Memory.peak(contender.process()));
        putFaults(figures, told.faults());
        return figures;
    }

    private static void putTimes(Figures figures, String name, Latencies latencies) {
        figures.put(name + ", p50 ms", latencies.at(50));
        figures.put(name + ", p99 ms", latencies.at(99));
        figures.put(name + ", p99.9 ms", latencies.at(99.9));
        figures.put(name + ", max ms", latencies.at(100));
    }

    private static void putFaults(Figures figures, Faults faults) {
        figures.put("refused", faults.refused());
        figures.put("missing", faults.missing());
        figures.put("duplicates", faults.duplicates());
        figures.put("strangers", faults.strangers());
        figures.put("changed", faults.changed());
    }
}
