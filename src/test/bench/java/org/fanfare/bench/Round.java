package org.fanfare.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Posts as many events as the options say, from this number on, and waits for them at the target.
 *
 * <p>Closed loop: each sender posts its next event when the last was answered; an event's time begins when it is posted.
 * Open loop (a rate is given): the events are due at constant intervals whatever the server does, and an event's time
 * begins when it is due, so that a stall counts for all events that it keeps waiting.
 */
final class Round {

    /** More than a lost nudge takes to be repaired. */
    private static final int PATIENCE_SECONDS = 100;

    private final BenchOptions options;
    private final FanfareProcess server;
    private final Optional<ProcessHandle> database;
    private final Ledger ledger;
    private final int first;
    private final int end;
    private final AtomicInteger next;
    private long start;

    Round(BenchOptions options, FanfareProcess server, Optional<ProcessHandle> database, Ledger ledger, int first) {
        this.options = options;
        this.server = server;
        this.database = database;
        this.ledger = ledger;
        this.first = first;
        this.end = first + options.events();
        this.next = new AtomicInteger(first);
    }

    Figures run() throws Exception {
        Usage before = Usage.now(server.handle(), database);
        start = ledger.now();
        post();
        ledger.awaitArrivals(PATIENCE_SECONDS);
        TimeUnit.SECONDS.sleep(1); // the last results are still being recorded; duplicates may come
        Usage used = Usage.now(server.handle(), database).minus(before);
        server.requireAlive();
        return figures(used, (ledger.now() - start) / 1e9);
    }

    private void post() throws InterruptedException, ExecutionException {
        ExecutorService senders = Executors.newFixedThreadPool(options.senders());
        try {
            List<Future<Void>> ends = new ArrayList<>();
            for (int i = 0; i < options.senders(); i++) {
                ends.add(senders.submit(this::send));
            }
            for (Future<Void> each : ends) {
                each.get();
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private Void send() throws IOException, InterruptedException {
        try (HttpConnection connection = server.connect()) {
            for (int event = next.getAndIncrement(); event < end; event = next.getAndIncrement()) {
                while (ledger.outstanding() > options.backlog()) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                ledger.posted(event, dueTime(event));
                post(connection, event);
            }
        }
        return null;
    }

    private void post(HttpConnection connection, int event) {
        try {
            int status = connection.post("/receive", "producer", SampleEvent.of(event));
            if (status == 200) {
                ledger.accepted(event);
            } else {
                ledger.refused(event, status + " " + connection.text());
            }
        } catch (IOException noAnswer) {
            server.requireAlive();
            ledger.refused(event, noAnswer.toString());
        }
    }

    /** When this event's time begins, which is not later than now. */
    private long dueTime(int event) {
        if (options.rate() == 0) {
            return ledger.now();
        }
        long due = start + (long) ((event - first) * 1e9 / options.rate());
        for (long wait = due - ledger.now(); wait > 0; wait = due - ledger.now()) {
            LockSupport.parkNanos(wait);
        }
        return due;
    }

    private Figures figures(Usage used, double seconds) throws IOException {
        long lastAccepted = latest(ledger::acceptedAt);
        long lastArrived = latest(ledger::arrivedAt);
        long accepted = count(ledger::acceptedAt);
        long arrived = count(ledger::arrivedAt);
        double perEvent = 1000.0 / (end - first);
        Figures figures = new Figures();
        figures.put("accepted per second", accepted * 1e9 / (lastAccepted - start));
        figures.put("delivered per second", arrived * 1e9 / (lastArrived - start));
        putTimes(figures, "post to answer", ledger::acceptedAt);
        putTimes(figures, "post to arrival", ledger::arrivedAt);
        figures.put("server CPU, ms per event", used.server() * perEvent);
        figures.put("of it compiling, ms per event", used.compiler() * perEvent);
        figures.put("database CPU, ms per event", used.database() * perEvent);
        figures.put("driver CPU, ms per event", used.driver() * perEvent);
        figures.put("others' CPU, processors", used.others() / seconds);
        figures.put("server RSS, MB", server.residentMegabytes());
        figures.put("refused", end - first - accepted);
        figures.put("missing", count(event -> ledger.acceptedAt(event) > 0 && ledger.arrivedAt(event) == 0 ? 1 : 0));
        figures.put("duplicates", events().map(event -> Math.max(0, ledger.arrivals(event) - 1)).sum());
        return figures;
    }

    private void putTimes(Figures figures, String name, IntToLongFunction endOf) {
        long[] times = events()
                .filter(event -> endOf.applyAsLong(event) > 0)
                .mapToLong(event -> endOf.applyAsLong(event) - ledger.postedAt(event))
                .sorted()
                .toArray();
        figures.put(name + ", p50 ms", percentile(times, 0.50));
        figures.put(name + ", p99 ms", percentile(times, 0.99));
        figures.put(name + ", max ms", percentile(times, 1));
    }

    private static double percentile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    private long latest(IntToLongFunction time) {
        return events().mapToLong(time::applyAsLong).max().orElseThrow();
    }

    private long count(IntToLongFunction time) {
        return events().filter(event -> time.applyAsLong(event) > 0).count();
    }

    private IntStream events() {
        return IntStream.range(first, end);
    }
}
