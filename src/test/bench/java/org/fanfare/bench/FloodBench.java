package org.fanfare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Floods a server with events and measures what arrives at the target, when, and at what cost.
 *
 * <pre>{@code mvn -Pbench verify -Dbench="--database postgresql --subscriptions 1000"}</pre>
 *
 * <p>It starts a policy service and a target (in this process), the database, and the server as a child process with
 * empty data, and stops them all at the end, also when it fails. The options are in {@link BenchOptions}. It prints a
 * table, writes the same as JSON to {@code target/bench}, and ends with 1 if any event was refused, lost or doubled.
 */
public final class FloodBench {

    private final BenchOptions options;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private FloodBench(BenchOptions options) {
        this.options = options;
    }

    /** Runs once with the options given. */
    public static void main(String... arguments) throws Exception {
        FloodBench bench = new FloodBench(BenchOptions.parse(arguments));
        Thread stop = new Thread(bench::close, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        Report report;
        try {
            report = bench.run();
        } finally {
            bench.close();
        }
        System.out.println(report.table());
        if (!report.isFlawless()) {
            System.err.println("Events were refused, lost, doubled or changed.");
            System.exit(1);
        }
    }

    private Report run() throws Exception {
        Files.createDirectories(options.output());
        Path directory = temporaryDirectory();
        int events = options.warmup() + (options.owed() > 0 ? 2 : 1) * options.rounds() * options.events();
        Ledger ledger = new Ledger(events);
        FakeServer policy = closeLater(FakeServer.policy());
        FakeServer target = closeLater(FakeServer.target(ledger::arrived));
        BenchDatabase database =
                closeLater(BenchDatabase.open(options, Files.createDirectory(directory.resolve("postgresql"))));
        say("server starts on " + database.title());
        FanfareProcess server =
                closeLater(FanfareProcess.start(options, directory.resolve("home"), database, policy.uri()));
        server.awaitReady();
        server.subscribe(target.uri(), options.subscriptions());
        TimeUnit.SECONDS.sleep(3);
        Figures once = new Figures();
        once.put("server RSS before the first event, MB", server.residentMegabytes());
        if (options.warmup() > 0) {
            say("warm-up");
            new Round(options.forWarmUp(), server, database.process(), ledger, 0).run();
        }
        List<Figures> rounds = rounds(server, database, ledger, options.warmup());
        if (options.owed() > 0) {
            server.owe(closeLater(FakeServer.silent()).uri(), options.owed());
            say("%d events are owed to a target that never answers".formatted(options.owed()));
            int first = options.warmup() + options.rounds() * options.events();
            compare(rounds, rounds(server, database, ledger, first), once);
        }
        if (ledger.firstRefusal() != null) {
            say("first refusal: " + ledger.firstRefusal());
        }
        once.put("server RSS at most, MB", server.highestResidentMegabytes());
        once.put("unknown arrivals", ledger.strangers());
        Report report = new Report(options, database.title(), once, rounds);
        report.write(options.output().resolve(options.label() + ".json"));
        return report;
    }

    private List<Figures> rounds(FanfareProcess server, BenchDatabase database, Ledger ledger, int begin)
            throws Exception {
        Instant start = Instant.now();
        List<Figures> rounds = new ArrayList<>();
        for (int i = 0; i < options.rounds(); i++) {
            int first = begin + i * options.events();
            Figures figures = new Round(options, server, database.process(), ledger, first).run();
            say("round %d: %.0f accepted/s, %.0f delivered/s, p99 %.0f ms, others' CPU %.2f"
                    .formatted(
                            i + 1,
                            figures.get("accepted per second"),
                            figures.get("delivered per second"),
                            figures.get("post to arrival, p99 ms"),
                            figures.get("others' CPU, processors")));
            rounds.add(figures);
        }
        if (options.profile()) {
            Path recording = options.output().resolve(options.label() + ".jfr").toAbsolutePath();
            server.diagnose("JFR.dump", "name=bench", "begin=" + start, "filename=" + recording);
        }
        return rounds;
    }

    /** The latencies beside the target that never answers, and how many times what they were before that is. */
    private static void compare(List<Figures> before, List<Figures> beside, Figures once) {
        for (String percentile : List.of("p50", "p99", "max")) {
            String name = "post to arrival, " + percentile + " ms";
            double then = Report.median(before, name);
            double now = Report.median(beside, name);
            once.put(name + ", beside a target that never answers", now);
            once.put(name + ", times what it was", now / then);
        }
        once.put("others' CPU beside it, processors", Report.median(beside, "others' CPU, processors"));
        once.put("missing beside it", beside.stream().mapToDouble(round -> round.get("missing")).sum());
    }

    private Path temporaryDirectory() throws IOException {
        Path directory = Files.createTempDirectory("fanfare-bench");
        closeLater(() -> delete(directory));
        // The database may run as another user, who has to come through.
        directory.toFile().setExecutable(true, false);
        return directory;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private synchronized <T extends AutoCloseable> T closeLater(T resource) {
        open.push(resource);
        return resource;
    }

    /** Stops everything, the last started first; nothing is left to do for a second call. */
    private synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("not stopped properly: " + e);
            }
        }
    }

    private static void say(String what) {
        System.out.println("# " + what);
    }
}
