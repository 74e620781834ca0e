package org.fanfare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What scenarios play on: the policy service and targets, the server with its database, and whatever it is measured
 * against; each started when it is first needed, and all stopped at the end.
 */
final class Stage implements AutoCloseable {

    /** The subscription that every contender has: to all events of Pacifica's type. */
    static final int FIRST = 0;

    private final BenchOptions options;
    private final String databaseName;
    private final Results results;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<String, Double> highest = new HashMap<>();
    private final Listening listening;
    private final OtherSideProcess otherSide;
    private final OtherSideProcess.Target firstTarget;
    private final Path directory;
    private int directories;
    private int nextEvent = 1;
    private int nextSubscription = 1;
    private int othersThere;
    private FanfareProcess fanfare;
    private List<Contender> contenders;

    Stage(BenchOptions options, String databaseName, Results results) throws IOException {
        this.options = options;
        this.databaseName = databaseName;
        this.results = results;
        Files.createDirectories(options.output());
        directory = temporaryDirectory();
        otherSide = closeLater(OtherSideProcess.start(options.text("targets-host"), options.output()));
        firstTarget = otherSide.target();
        listening = closeLater(new Listening(otherSide));
    }

    BenchOptions options() {
        return options;
    }

    Results results() {
        return results;
    }

    String databaseName() {
        return databaseName;
    }

    /** How many subscriptions that match nothing the shared server has. */
    int othersThere() {
        return othersThere;
    }

    void othersAre(int count) {
        othersThere = count;
    }

    OtherSideProcess otherSide() {
        return otherSide;
    }

    Listening listening() {
        return listening;
    }

    /** Where {@link #FIRST} goes. */
    OtherSideProcess.Target firstTarget() {
        return firstTarget;
    }

    /** Events that come to the first subscription. */
    static Events firstEvents() {
        return Events.to(FIRST, SampleEvent.ofType(SampleEvent.TYPE));
    }

    /** The first of so many numbers that no event had. */
    int numbers(int count) {
        int first = nextEvent;
        nextEvent += count;
        return first;
    }

    /** The first of so many numbers that no subscription had. */
    int subscriptions(int count) {
        int first = nextSubscription;
        nextSubscription += count;
        return first;
    }

    /** The server that most scenarios share, warm. */
    synchronized FanfareProcess fanfare() throws Exception {
        if (fanfare == null) {
            fanfare = fresh(databaseName, "fanfare", Map.of());
            TimeUnit.SECONDS.sleep(3);
            results.add(Row.of("start", "seconds to ready", fanfare.name(), fanfare.secondsToReady()));
            results.add(Row.of("start", "resident before the first event, MiB", fanfare.name(), resident(fanfare)));
            WarmUp.of(this, fanfare);
        }
        return fanfare;
    }

    private static double resident(Contender contender) {
        return Memory.resident(contender.process());
    }

    /** All that take the same load, warm; the server first. */
    synchronized List<Contender> contenders() throws Exception {
        if (contenders == null) {
            List<Contender> all = new ArrayList<>(List.of(fanfare()));
            if (options.is("floor")) {
                say("the floor starts");
                all.add(closeLater(Floor.start(options, firstTarget.of(FIRST))));
            }
            if (!options.text("against").isEmpty()) {
                Contender remote = closeLater(Remote.at(options.text("against")));
                remote.subscribe(List.of(Wish.forType(SampleEvent.TYPE, FIRST, firstTarget.of(FIRST))));
                all.add(remote);
            }
            for (Contender contender : all.subList(1, all.size())) {
                WarmUp.of(this, contender);
            }
            contenders = List.copyOf(all);
        }
        return contenders;
    }

    /** A server of its own with an empty database, ready, with the first subscription. */
    FanfareProcess fresh(String databaseKind, String name, Map<String, String> settings) throws Exception {
        Path own = Files.createDirectory(directory.resolve(++directories + "-" + databaseKind));
        own.toFile().setExecutable(true, false);
        Path data = Files.createDirectory(own.resolve("database"));
        BenchDatabase database = closeLater(BenchDatabase.open(options, databaseKind, data));
        results.surroundings().database(database.title());
        say("Fanfare starts on " + database.title());
        FanfareProcess started =
                closeLater(FanfareProcess.start(options, own.resolve(name), database, otherSide.policy(), settings));
        started.awaitReady();
        started.subscribe(List.of(Wish.forType(SampleEvent.TYPE, FIRST, firstTarget.of(FIRST))));
        return started;
    }

    /** A measured stretch of events on one of them. */
    Course course(Contender contender, Events events) {
        return new Course(this, contender, events);
    }

    void holds(Contender contender, double rate) {
        highest.merge(contender.name(), rate, Math::max);
    }

    /** The highest rate that this one holds, as flood found it, or as a short closed loop lets one guess. */
    double highestRate(Contender contender) throws Exception {
        if (!highest.containsKey(contender.name())) {
            double seconds = Math.min(10, options.seconds());
            highest.put(
                    contender.name(),
                    0.9 * course(contender, firstEvents()).closed(seconds).delivered());
            say("%s takes some %.0f events a second".formatted(contender.name(), highest.get(contender.name())));
        }
        return highest.get(contender.name());
    }

    private Path temporaryDirectory() throws IOException {
        Path made = Files.createTempDirectory("fanfare-bench");
        closeLater(() -> delete(made));
        // The database may run as another user, who has to come through.
        made.toFile().setExecutable(true, false);
        return made;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    synchronized <T extends AutoCloseable> T closeLater(T resource) {
        open.push(resource);
        return resource;
    }

    /** Stops a server and its database before the rest. */
    void stop(FanfareProcess server) throws Exception {
        closeNow(server);
        closeNow(server.ownDatabase());
    }

    /** Stops those that scenarios share, so that they disturb none that has a server of its own. */
    synchronized void stopShared() throws Exception {
        if (fanfare != null) {
            stop(fanfare);
            fanfare = null;
            othersThere = 0;
        }
        for (Contender each : contenders == null ? List.<Contender>of() : contenders) {
            closeNow(each);
        }
        contenders = null;
    }

    private synchronized void closeNow(AutoCloseable resource) throws Exception {
        if (open.remove(resource)) {
            resource.close();
        }
    }

    /** Writes what the Flight Recorder has of the server since then, if it was to be recorded. */
    void writeProfile(String scenario, FanfareProcess server, Instant since) throws IOException {
        if (options.profile() && server != null) {
            Path file = options.output()
                    .resolve(databaseName + "-" + scenario + ".jfr")
                    .toAbsolutePath();
            say(server.diagnose("JFR.dump", "name=bench", "begin=" + since, "filename=" + file)
                    .strip());
        }
    }

    /** The same of the server that scenarios share. */
    void writeProfile(String scenario, Instant since) throws IOException {
        writeProfile(scenario, fanfare, since);
    }

    /** Stops everything, the last started first; nothing is left to do for a second call. */
    @Override
    public synchronized void close() {
        results.countLate(listening.takeLate());
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("not stopped properly: " + e);
            }
        }
    }

    static void say(String what) {
        System.out.println("# " + what);
    }
}
