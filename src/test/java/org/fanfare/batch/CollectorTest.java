package org.fanfare.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.fanfare.testing.MovedClock;
import org.junit.jupiter.api.Test;

class CollectorTest {

    private static final int MOST_BYTES = 100;
    private static final int MOST = 12;
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final BatchOptions THREE = new BatchOptions(3, DELAY);

    private final MovedClock clock = new MovedClock();
    private final Collector<String, String> collector = new Collector<>(MOST_BYTES, MOST, clock);

    @Test
    void aBatchGoesWhenItIsFull() {
        assertThat(add("k", "a")).isEmpty();
        assertThat(add("k", "b")).isEmpty();

        assertThat(add("k", "c")).containsExactly(new Batch<>("k", List.of("a", "b", "c")));
        assertThat(collector.collected()).isZero();
        assertThat(collector.next()).isEmpty();
    }

    @Test
    void aBatchGoesWhenItsFirstHasWaitedLongEnough() {
        Instant start = clock.instant();
        add("k", "a");
        clock.move(Duration.ofSeconds(1));
        add("k", "b");
        add("other", "c");

        assertThat(collector.next()).contains(start.plus(DELAY));
        assertThat(collector.due()).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(collector.due()).containsExactly(new Batch<>("k", List.of("a", "b")));
        assertThat(collector.due()).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(collector.due()).containsExactly(new Batch<>("other", List.of("c")));
    }

    @Test
    void whatMustBeOnItsWayTakesTheOthersAlong() {
        add("k", "a");
        collector.add("k", THREE, new Item<>("b", 1, clock.instant().plusMillis(500)));

        clock.move(Duration.ofMillis(500));

        assertThat(collector.due()).containsExactly(new Batch<>("k", List.of("a", "b")));
    }

    @Test
    void whatWouldBeTooLongTogetherGoesApart() {
        add("k", "a", 60);

        assertThat(add("k", "b", 41)).containsExactly(new Batch<>("k", List.of("a")));
        assertThat(add("k", "c", 59)).containsExactly(new Batch<>("k", List.of("b", "c")));
    }

    @Test
    void whatIsTooLongByItselfGoesAloneAndAtOnce() {
        add("k", "a");

        assertThat(add("k", "b", 101)).containsExactly(new Batch<>("k", List.of("a")), new Batch<>("k", List.of("b")));
    }

    @Test
    void aSmallerSizeHoldsForWhatWasCollectedBefore() {
        add("k", "a");
        add("k", "b");

        List<Batch<String, String>> gone = collector.add("k", new BatchOptions(1, DELAY), item("c", 1));

        assertThat(gone).containsExactly(new Batch<>("k", List.of("a", "b")), new Batch<>("k", List.of("c")));
    }

    @Test
    void tooManyInAllSendTheOldestAway() {
        for (int i = 0; i < MOST; i++) {
            assertThat(add("k" + i, "w" + i)).isEmpty();
            clock.move(Duration.ofMillis(1));
        }

        assertThat(add("one more", "w")).containsExactly(new Batch<>("k0", List.of("w0")));
        assertThat(collector.collected()).isEqualTo(MOST);
    }

    @Property(tries = 300)
    void eachComesOutOnceAndNoBatchIsOverItsBounds(
            @ForAll @Size(max = 80) List<@IntRange(max = 999) Integer> steps,
            @ForAll @IntRange(min = 1, max = 5) int size) {
        MovedClock time = new MovedClock();
        Collector<String, Added> any = new Collector<>(MOST_BYTES, MOST, time);
        BatchOptions bounds = new BatchOptions(size, DELAY);
        List<Batch<String, Added>> out = new ArrayList<>();
        List<Added> in = new ArrayList<>();
        for (int step : steps) {
            Added added = new Added(in.size(), "key " + step % 4, step % 130, time.instant());
            in.add(added);
            Instant useBy = time.instant().plusMillis(step * 5L);
            out.addAll(any.add(added.key(), bounds, new Item<>(added, added.bytes(), useBy)));
            time.move(Duration.ofMillis(step % 700));
            out.addAll(any.due());
            assertThat(any.collected()).isLessThanOrEqualTo(MOST);
            assertThat(any.next().map(time.instant()::isBefore).orElse(true)).isTrue();
        }
        time.move(DELAY);
        out.addAll(any.due());

        assertThat(out.stream().flatMap(batch -> batch.works().stream())).containsExactlyInAnyOrderElementsOf(in);
        assertThat(out).allSatisfy(batch -> {
            assertThat(batch.works()).isNotEmpty().hasSizeLessThanOrEqualTo(size);
            assertThat(batch.works()).allMatch(work -> work.key().equals(batch.key()));
            assertThat(batch.works()).isSortedAccordingTo((a, b) -> a.number() - b.number());
            assertThat(batch.works().size() == 1
                            || batch.works().stream().mapToInt(Added::bytes).sum() <= MOST_BYTES)
                    .isTrue();
        });
        assertThat(any.collected()).isZero();
    }

    @Test
    void eachComesOutOnceHoweverManyThreadsPutIn() throws Exception {
        int threads = 6;
        int each = 2000;
        Collector<String, String> shared = new Collector<>(1000, 50, Clock.systemUTC());
        Queue<String> out = new ConcurrentLinkedQueue<>();
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService workers = Executors.newFixedThreadPool(threads + 1);
        try {
            workers.execute(() -> {
                while (!isOver.get()) {
                    shared.due().forEach(batch -> out.addAll(batch.works()));
                }
            });
            ExecutorService adders = Executors.newFixedThreadPool(threads);
            for (int thread = 0; thread < threads; thread++) {
                String name = "t" + thread;
                adders.execute(() -> IntStream.range(0, each)
                        .forEach(i -> shared.add(
                                        "k" + i % 20,
                                        new BatchOptions(7, Duration.ofMillis(1)),
                                        item(name + "#" + i, i % 300))
                                .forEach(batch -> out.addAll(batch.works()))));
            }
            adders.shutdown();
            assertThat(adders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            while (shared.collected() > 0) {
                Thread.onSpinWait();
            }
            isOver.set(true);
            workers.shutdown();
            assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            isOver.set(true);
            workers.shutdownNow();
        }

        assertThat(out).hasSize(threads * each).doesNotHaveDuplicates();
    }

    private record Added(int number, String key, int bytes, Instant at) {}

    private List<Batch<String, String>> add(String key, String work) {
        return add(key, work, 1);
    }

    private List<Batch<String, String>> add(String key, String work, int bytes) {
        return collector.add(key, THREE, item(work, bytes));
    }

    private static Item<String> item(String work, int bytes) {
        return new Item<>(work, bytes, Instant.MAX);
    }
}
