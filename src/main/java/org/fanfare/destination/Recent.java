package org.fanfare.destination;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Answers that are used again for a short while. Bounded: when it is full, it forgets all. */
public final class Recent<K, V> {

    private static final int MOST = 10_000;

    private final Duration kept;
    private final LongSupplier nanos;
    private final Map<K, Kept<V>> answers = new ConcurrentHashMap<>();

    /** @param nanos as {@link System#nanoTime} */
    public Recent(Duration kept, LongSupplier nanos) {
        this.kept = kept;
        this.nanos = nanos;
    }

    /** The answer of {@code ask}, unless it gave one a short while ago. Two threads may ask at the same time. */
    public V get(K key, Function<K, V> ask) {
        Kept<V> known = answers.get(key);
        if (known != null && nanos.getAsLong() - known.at() < kept.toNanos()) {
            return known.answer();
        }
        V answer = ask.apply(key);
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(key, new Kept<>(answer, nanos.getAsLong()));
        return answer;
    }

    private record Kept<V>(V answer, long at) {}
}
