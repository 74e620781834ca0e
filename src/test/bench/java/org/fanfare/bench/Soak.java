package org.fanfare.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Very many events, with a server that purges meanwhile; what grows. Each sample follows a pause for what is owed. */
final class Soak implements Scenario {

    private static final String NAME = "soak";
    private static final int EVENTS = 200_000;
    private static final double SHARE = 0.5;
    private static final double MIB = 1 << 20;
    private static final Duration PURGE_INTERVAL = Duration.ofSeconds(70);
    private static final Duration LONGEST_PURGE = Duration.ofMinutes(10);

    /** @param files all that the server keeps in its home; the journal of the broker is among them */
    private record Sample(double heap, double resident, double files, double journal, double database) {}

    @Override
    public void play(Stage stage) throws Exception {
        stage.stopShared();
        BenchOptions options = stage.options();
        String retention = options.text("retention");
        FanfareProcess server = stage.fresh(stage.databaseName(), NAME, Map.of("FANFARE_RETENTION", retention));
        stage.results().note("soak: fanfare.retention=" + retention);
        WarmUp.of(stage, server);
        double rate = options.rate(SHARE * stage.highestRate(server));
        long all = options.number("minutes") > 0
                ? Math.round(options.number("minutes") * 60 * rate)
                : options.number("events", EVENTS);
        Sample first = sample(server);
        Sample most = first;
        long done = 0;
        while (done < all) {
            Outcome outcome = stage.course(server, Stage.firstEvents())
                    .open(rate, Math.min(options.seconds(), (all - done) / rate));
            done += outcome.ledger().posted();
            Sample now = sample(server);
            say(done, now);
            stage.results().addRound(NAME, "after " + done, outcome);
            most = most(most, now);
        }
        Sample last = purged(server, Duration.parse(retention));
        report(stage, server, done, new Sample[] {first, most, last});
        stage.results().add(Row.of(NAME, "events a second", server.name(), rate));
        stage.stop(server);
    }

    private static Sample sample(FanfareProcess server) throws Exception {
        server.diagnose("GC.run");
        double heap = Memory.heapUsed(server.diagnose("GC.heap_info"));
        double database = server.ownDatabase().bytes().orElse(0L) / MIB;
        return new Sample(
                heap,
                Memory.resident(server.process()),
                files(server.home(), any -> true) / MIB,
                files(server.home(), path -> path.toString().contains("journal")) / MIB,
                database);
    }

    private static double files(Path home, Predicate<Path> which) throws IOException {
        long[] sum = new long[1];
        Files.walkFileTree(home, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += which.test(file) ? attributes.size() : 0;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }

    /** When the purge, which comes by every minute, has found everything older than the retention. */
    private static Sample purged(FanfareProcess server, Duration retention) throws Exception {
        Duration least = retention.plus(PURGE_INTERVAL);
        TimeUnit.SECONDS.sleep(least.toSeconds());
        long end = System.nanoTime() + LONGEST_PURGE.toNanos();
        while (server.ownDatabase().events().orElse(0L) > 0 && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(5);
        }
        Stage.say("events left: %d".formatted(server.ownDatabase().events().orElse(0L)));
        return sample(server);
    }

    private static Sample most(Sample a, Sample b) {
        return new Sample(
                Math.max(a.heap, b.heap),
                Math.max(a.resident, b.resident),
                Math.max(a.files, b.files),
                Math.max(a.journal, b.journal),
                Math.max(a.database, b.database));
    }

    private static void say(long done, Sample sample) {
        Stage.say("%d events: heap %.1f MiB, resident %.0f, files %.1f, journal %.1f, database %.1f"
                .formatted(done, sample.heap, sample.resident, sample.files, sample.journal, sample.database));
    }

    /** @param samples before, the largest meanwhile, and at the end */
    private static void report(Stage stage, FanfareProcess server, long done, Sample[] samples) {
        String name = server.name();
        Results results = stage.results();
        double millions = done / 1e6;
        String[] figures = {"heap after GC", "resident", "files", "journal of the broker", "database"};
        for (int i = 0; i < figures.length; i++) {
            double before = part(samples[0], i);
            double after = part(samples[2], i);
            results.add(Row.of(NAME, figures[i] + ", MiB: before", name, before));
            results.add(Row.of(NAME, figures[i] + ", MiB: largest", name, part(samples[1], i)));
            results.add(Row.of(NAME, figures[i] + ", MiB: after the purge", name, after));
            results.add(Row.of(NAME, figures[i] + ", MiB more per million events", name, (after - before) / millions));
        }
    }

    private static double part(Sample sample, int index) {
        double[] parts = {sample.heap, sample.resident, sample.files, sample.journal, sample.database};
        return parts[index];
    }
}
