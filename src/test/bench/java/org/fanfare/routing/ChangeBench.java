package org.fanfare.routing;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fanfare.filter.ExpressionSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to compile and file 100 000 subscriptions, and to exchange the expression of one of them. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx4g")
public class ChangeBench {

    private static final int MANY = 100_000;

    private PacificaMix mix;
    private List<Wish> wishes;
    private Filters filters;
    private Wish changing;

    @Setup
    public void subscribe() {
        mix = new PacificaMix(7);
        wishes = IntStream.range(0, MANY).mapToObj(i -> Wish.of(mix.expression())).toList();
        filters = build();
        changing = wishes.get(MANY / 2);
    }

    /** The setup and the warm-up have built it before: what is measured is no cold start. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public Filters build() {
        Filters built = new Filters(MatchingSettings.USUAL, ExpressionSettings.WIDEST);
        wishes.forEach(built::put);
        return built;
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 2, time = 1)
    @Measurement(iterations = 3, time = 1)
    public void change() {
        changing = changing.changedTo(mix.expression());
        filters.put(changing);
    }
}
