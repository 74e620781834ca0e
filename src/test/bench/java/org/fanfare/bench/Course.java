package org.fanfare.bench;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.fanfare.bench.Arrivals.Body;

/** Posts a stretch of events, waits for what is owed, and measures. */
final class Course {

    /** More than a lost nudge takes to be repaired. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** More than any come through in a second. */
    private static final int MOST_PER_SECOND = 20_000;

    /** At this many seconds' worth of events behind, a rate is not held; why wait longer. */
    private static final int HOPELESS_SECONDS = 10;

    private final Stage stage;
    private final Contender contender;
    private final Events events;
    private final BenchOptions options;
    private IntPredicate judged = event -> true;
    private Duration patience = PATIENCE;
    private Step afterwards = () -> {};
    private int backlog;

    Course(Stage stage, Contender contender, Events events) {
        this.stage = stage;
        this.contender = contender;
        this.events = events;
        this.options = stage.options();
        this.backlog = options.number("backlog");
    }

    /** Something to be done when all is posted, before what is still owed is waited for. */
    interface Step {
        void run() throws Exception;
    }

    /** Only these have to arrive. */
    Course judging(IntPredicate which) {
        judged = which;
        return this;
    }

    /** How long nothing may arrive while something is owed. */
    Course patience(Duration howLong) {
        patience = howLong;
        return this;
    }

    Course then(Step step) {
        afterwards = step;
        return this;
    }

    /** How many may be under way in a closed loop. */
    Course backlog(int most) {
        backlog = most;
        return this;
    }

    /** So many events, as fast as they are taken. */
    Outcome closed(int count) throws Exception {
        return run(count, new Load.Shape(Pace.CLOSED, options.number("senders"), backlog, Double.MAX_VALUE));
    }

    /** For so long, as fast as they are taken. */
    Outcome closed(double seconds) throws Exception {
        int most = (int) Math.ceil(MOST_PER_SECOND * seconds / events.subscriptions());
        return run(most, new Load.Shape(Pace.CLOSED, options.number("senders"), backlog, seconds));
    }

    /** At a constant rate. */
    Outcome open(double rate, double seconds) throws Exception {
        return run(Pace.count(rate, seconds), openShape(rate, Integer.MAX_VALUE));
    }

    /** At a constant rate, but not to the end if that is hopeless. */
    Outcome attempt(double rate, double seconds) throws Exception {
        return run(Pace.count(rate, seconds), openShape(rate, (int) (HOPELESS_SECONDS * rate)));
    }

    private Load.Shape openShape(double rate, int most) {
        return new Load.Shape(rate, options.number("connections"), most, Double.MAX_VALUE);
    }

    private Outcome run(int count, Load.Shape shape) throws Exception {
        Ledger ledger = new Ledger(stage.numbers(count), count, events);
        ledger.judge(judged);
        Memory.forgetPeak(contender.process());
        stage.listening().enterInto(ledger);
        ProcessHandle otherSide = stage.otherSide().handle();
        Usage before = Usage.now(contender, otherSide);
        Load load = new Load(contender, ledger, shape);
        long start = System.nanoTime();
        load.run();
        afterwards.run();
        awaitArrivals(ledger);
        TimeUnit.SECONDS.sleep(1); // the last results are still being recorded; duplicates may come
        stage.listening().fetch();
        Usage used = Usage.now(contender, otherSide).minus(before);
        double seconds = (System.nanoTime() - start) / 1e9;
        contender.requireAlive();
        Faults faults = ledger.faults().withChanged(changedBodies(ledger));
        stage.listening().pause();
        stage.results().count(faults, ledger.firstRefusal());
        return new Outcome(contender, ledger, load.pace(), used, new Outcome.Told(seconds, faults));
    }

    private void awaitArrivals(Ledger ledger) throws InterruptedException {
        long before = ledger.outstanding();
        long progress = System.nanoTime();
        while (ledger.outstanding() > 0 && System.nanoTime() - progress < patience.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(5);
            if (ledger.outstanding() != before) {
                before = ledger.outstanding();
                progress = System.nanoTime();
            }
            contender.requireAlive();
        }
    }

    private long changedBodies(Ledger ledger) throws IOException {
        return stage.otherSide().takeBodies().stream()
                .filter(body -> body.event() >= ledger.first() && body.event() < ledger.end())
                .filter(body -> !isPosted(body))
                .count();
    }

    /** The same JSON: services may set spaces and members in another way. */
    private boolean isPosted(Body body) {
        byte[] posted = events.body().apply(body.event());
        return Arrays.equals(posted, body.bytes()) || json(posted).equals(json(body.bytes()));
    }

    private static Object json(byte[] text) {
        try (JsonReader reader = Json.createReader(new StringReader(new String(text, StandardCharsets.UTF_8)))) {
            return reader.readValue();
        } catch (RuntimeException noJson) {
            return "no JSON: " + noJson;
        }
    }
}
