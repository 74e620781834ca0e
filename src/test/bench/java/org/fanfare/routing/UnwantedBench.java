package org.fanfare.routing;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.ExpressionSettings;
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

/** What 10 000 subscriptions to events of another type or source cost, against none; the event is measured before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class UnwantedBench {

    private static final String TYPE = "org.pacifica.metadata.ingest";
    private static final String SOURCE = "/pacifica/metadata/ingest";

    @Param({"nobody", "another type", "another source"})
    String wanted;

    @Param({"20", "200"})
    int records;

    private final Filters filters = new Filters(MatchingSettings.USUAL, ExpressionSettings.WIDEST);
    private List<EventFacts> events;
    private int next;

    @Setup
    public void subscribe() {
        PacificaMix mix = new PacificaMix(7);
        String type = wanted.equals("another type") ? "org.example.other" : TYPE;
        String source = wanted.equals("another source") ? "/example/other" : SOURCE;
        int count = wanted.equals("nobody") ? 0 : 10_000;
        IntStream.range(0, count).forEach(i -> filters.put(Wish.of(mix.made(type, source))));
        events = IntStream.range(0, 40)
                .mapToObj(i -> MatchingBench.facts(mix.event(records, TYPE, SOURCE)))
                .toList();
    }

    @Benchmark
    public Matching match() {
        next = (next + 1) % events.size();
        return filters.match(events.get(next), owner -> true);
    }
}
