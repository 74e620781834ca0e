package org.fanfare.routing;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.jsonpath.Budget;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One event against all subscriptions of {@link PacificaMix}, by the index and by evaluating all. The event is parsed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatchingBench {

    @Param({"1", "1000", "10000", "100000"})
    int subscriptions;

    @Param({"20", "200", "2000"})
    int records;

    private Filters filters;
    private List<JsonValue> events;
    private int next;

    @Setup
    public void subscribe() {
        PacificaMix mix = new PacificaMix(7);
        filters = new Filters(MatchingSettings.USUAL, ExpressionSettings.WIDEST);
        IntStream.range(0, subscriptions).forEach(i -> filters.put(Wish.of(mix.expression())));
        events = IntStream.range(0, 40).mapToObj(i -> mix.event(records)).toList();
        double matches = events.stream().mapToInt(this::matches).average().orElseThrow();
        System.out.printf("(%d distinct, %.1f matches) ", filters.distinct().size(), matches);
    }

    @Benchmark
    public int withTheIndex() {
        return matches(nextEvent());
    }

    @Benchmark
    public int evaluatingAll() {
        EventFacts facts = facts(nextEvent());
        int matches = 0;
        for (SharedFilter filter : filters.distinct()) {
            matches += filter.filter().test(facts, Budget.of(facts.document())).isMatch() ? 1 : 0;
        }
        return matches;
    }

    private int matches(JsonValue event) {
        return filters.match(facts(event), owner -> true).owed().size();
    }

    private JsonValue nextEvent() {
        next = (next + 1) % events.size();
        return events.get(next);
    }

    static EventFacts facts(JsonValue event) {
        return EventFacts.of(JsonValue.EMPTY_JSON_OBJECT, event);
    }
}
