package org.fanfare.routing;

import jakarta.json.JsonValue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.fanfare.filter.EventFacts;
import org.fanfare.jsonpath.Budget;
import org.fanfare.jsonpath.Document;

/** Prints what matching costs: CPU time of the thread, median of many events, after warm-up. */
public final class IndexBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private IndexBench() {}

    public static void main(String[] arguments) {
        measureUnwanted();
        System.out.println("subscriptions  expressions  records  matches  "
                + "candidates  ms/event  ms/search  ms/event (all)  us/put  bytes");
        for (int subscriptions : new int[] {1, 1_000, 10_000, 100_000}) {
            measure(subscriptions);
        }
    }

    private static void measure(int subscriptions) {
        PacificaMix mix = new PacificaMix(7);
        List<Wish> wishes = IntStream.range(0, subscriptions)
                .mapToObj(i -> Wish.of(mix.expression()))
                .toList();
        long heapBefore = heap();
        Filters expressions = new Filters(MatchingSettings.USUAL);
        long start = THREADS.getCurrentThreadCpuTime();
        wishes.forEach(expressions::put);
        long perPut = (THREADS.getCurrentThreadCpuTime() - start) / subscriptions / 1_000;
        long bytes = (heap() - heapBefore) / subscriptions;
        for (int records : new int[] {11, 20, 200, 2000}) {
            List<JsonValue> events =
                    IntStream.range(0, 40).mapToObj(i -> mix.event(records)).toList();
            double matches = events.stream()
                    .mapToInt(event -> expressions.match(facts(event)).owed().size())
                    .average()
                    .orElseThrow();
            double candidates = events.stream()
                    .mapToInt(event -> expressions.candidates(facts(event)).size())
                    .average()
                    .orElseThrow();
            double indexed = millis(events, event -> expressions.match(facts(event)).owed().size());
            double search =
                    millis(events, event -> expressions.candidates(facts(event)).size());
            double all = subscriptions * records > 2_100_000
                    ? Double.NaN
                    : millis(events.subList(0, 5), event -> everything(expressions, event));
            System.out.printf(
                    "%13d  %11d  %7d  %7.1f  %10.1f  %8.4f  %9.4f  %14.3f  %6d  %5d%n",
                    subscriptions, expressions.distinct().size(), records, matches,
                    candidates, indexed, search, all, perPut, bytes);
        }
    }

    /** Distinct expressions of every kind of the mix, and an event that is of a type nobody wants. */
    private static void measureUnwanted() {
        PacificaMix mix = new PacificaMix(7);
        Filters expressions = new Filters(MatchingSettings.USUAL);
        while (expressions.distinct().size() < 1_000) {
            expressions.put(Wish.of(mix.expression()));
        }
        for (int records : new int[] {11, 20, 200}) {
            List<JsonValue> events = IntStream.range(0, 40)
                    .mapToObj(i -> mix.event(records).toString())
                    .map(text -> text.replaceAll("\"org\\.[a-z0-9.]*\"", "\"unwanted\""))
                    .map(PacificaMix::json)
                    .toList();
            double candidates = events.stream()
                    .mapToInt(event -> expressions.candidates(facts(event)).size())
                    .average()
                    .orElseThrow();
            System.out.printf(
                    "1000 distinct, unwanted type, %d records: %.1f candidates, %.4f ms/event, "
                            + "of that %.4f to measure the document%n",
                    records, candidates,
                    millis(events, event -> expressions.match(facts(event)).owed().size()),
                    millis(events, event -> (int) Document.of(event).values()));
        }
    }

    private static int everything(Filters expressions, JsonValue event) {
        EventFacts facts = facts(event);
        int matches = 0;
        for (SharedFilter filter : expressions.distinct()) {
            matches += filter.filter().test(facts, Budget.of(facts.document())).isMatch() ? 1 : 0;
        }
        return matches;
    }

    private static EventFacts facts(JsonValue event) {
        return EventFacts.of(JsonValue.EMPTY_JSON_OBJECT, event);
    }

    private static double millis(List<JsonValue> events, ToIntFunction<JsonValue> matching) {
        long end = System.nanoTime() + 3_000_000_000L;
        int rounds = 0;
        double[] times = new double[1000];
        while (rounds < 3 || System.nanoTime() < end && rounds < times.length) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (JsonValue event : events) {
                matching.applyAsInt(event);
            }
            times[rounds++] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / events.size();
        }
        return Arrays.stream(times, rounds / 2, rounds).sorted().skip((rounds - rounds / 2) / 2).findFirst().orElseThrow();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
