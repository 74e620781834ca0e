package org.fanfare.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Collects what is to go together. Everything that is {@linkplain #add added} comes out once: in a batch that the adding
 * has filled, or in one that is {@linkplain #due due}.
 *
 * <p>Thread-safe: all of it is guarded by its monitor.
 *
 * @param <K> what those of one batch have in common
 */
public final class Collector<K, W> {

    private final int mostBytes;
    private final int most;
    private final Clock clock;
    private final Map<K, Growing<K, W>> byKey = new HashMap<>();
    private final NavigableSet<Growing<K, W>> byTime = new TreeSet<>(
            Comparator.comparing((Growing<K, W> batch) -> batch.dueAt).thenComparing(batch -> batch.number));
    private int collected;
    private long begun;

    /**
     * @param mostBytes of one batch; what is longer goes alone
     * @param most in all batches together
     */
    public Collector(int mostBytes, int most, Clock clock) {
        this.mostBytes = mostBytes;
        this.most = most;
        this.clock = clock;
    }

    /** Takes one; gives the batches that go because of it. */
    public synchronized List<Batch<K, W>> add(K key, BatchOptions bounds, Item<W> item) {
        List<Batch<K, W>> full = new ArrayList<>(1);
        Growing<K, W> batch = byKey.get(key);
        if (batch != null && !hasRoom(batch, bounds, item)) {
            full.add(end(batch));
            batch = null;
        }
        if (batch == null) {
            batch = begin(key, clock.instant().plus(bounds.delay()));
        }
        put(item, batch);
        if (batch.works.size() >= bounds.size() || batch.bytes >= mostBytes) {
            full.add(end(batch));
        }
        while (collected > most) {
            full.add(end(byTime.first()));
        }
        return full;
    }

    private boolean hasRoom(Growing<K, W> batch, BatchOptions bounds, Item<W> item) {
        return batch.works.size() < bounds.size() && batch.bytes + item.bytes() <= mostBytes;
    }

    private Growing<K, W> begin(K key, Instant dueAt) {
        Growing<K, W> batch = new Growing<>(key, begun++, dueAt);
        byKey.put(key, batch);
        byTime.add(batch);
        return batch;
    }

    private void put(Item<W> item, Growing<K, W> batch) {
        batch.works.add(item.work());
        batch.bytes += item.bytes();
        collected++;
        if (item.useBy().isBefore(batch.dueAt)) {
            byTime.remove(batch);
            batch.dueAt = item.useBy();
            byTime.add(batch);
        }
    }

    private Batch<K, W> end(Growing<K, W> batch) {
        byKey.remove(batch.key);
        byTime.remove(batch);
        collected -= batch.works.size();
        return new Batch<>(batch.key, batch.works);
    }

    /** The batches that have waited long enough. */
    public synchronized List<Batch<K, W>> due() {
        Instant now = clock.instant();
        List<Batch<K, W>> due = new ArrayList<>();
        while (!byTime.isEmpty() && !byTime.first().dueAt.isAfter(now)) {
            due.add(end(byTime.first()));
        }
        return due;
    }

    /** When the next batch is due; empty if there is none. */
    public synchronized Optional<Instant> next() {
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.first().dueAt);
    }

    /** How many are in it. */
    public synchronized int collected() {
        return collected;
    }

    private static final class Growing<K, W> {

        final K key;
        final long number;
        final List<W> works = new ArrayList<>();
        Instant dueAt;
        long bytes;

        Growing(K key, long number, Instant dueAt) {
            this.key = key;
            this.number = number;
            this.dueAt = dueAt;
        }
    }
}
