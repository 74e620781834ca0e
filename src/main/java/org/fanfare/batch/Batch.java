package org.fanfare.batch;

import java.util.List;

/**
 * What was collected and goes together.
 *
 * @param key what they have in common
 */
public record Batch<K, W>(K key, List<W> works) {

    public Batch {
        works = List.copyOf(works);
    }
}
