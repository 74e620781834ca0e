package org.fanfare.routing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fanfare.database.Outage;

/**
 * The events that came in one message, of which one that breaks down must not hold up the others.
 *
 * <p>A database that is away is thrown, so that the broker brings the whole message again after a while: what is routed by
 * then is found so. What else breaks down is thrown only where it came alone; in company it is logged, and the timer brings
 * it again: had the message to come again for its sake, so would the others, and filters that break down on them would be
 * counted for each time.
 */
final class Company {

    private static final Logger LOG = System.getLogger(Company.class.getName());

    private final boolean isAlone;

    Company(int size) {
        this.isAlone = size == 1;
    }

    /** Does the work for each; what comes of those that do not break down. */
    <T, R> List<R> each(Collection<T> items, Function<T, R> work) {
        List<R> results = new ArrayList<>(items.size());
        for (T item : items) {
            try {
                results.add(work.apply(item));
            } catch (RuntimeException failed) {
                if (isAlone || Outage.isBehind(failed)) {
                    throw failed;
                }
                LOG.log(Level.WARNING, "event broke down, the timer will bring it again: " + item, failed);
            }
        }
        return results;
    }

    /** {@link #each}, of work that gives nothing. */
    <T> void forEach(Collection<T> items, Consumer<T> work) {
        each(items, item -> {
            work.accept(item);
            return item;
        });
    }

    /** Does the work for all at once; if it breaks down, for each alone. */
    <T, R> List<R> together(List<T> items, Function<List<T>, List<R>> work) {
        if (items.isEmpty()) {
            return List.of();
        }
        try {
            return work.apply(items);
        } catch (RuntimeException failed) {
            if (isAlone || Outage.isBehind(failed)) {
                throw failed;
            }
            return each(items, item -> work.apply(List.of(item))).stream()
                    .flatMap(List::stream)
                    .toList();
        }
    }
}
