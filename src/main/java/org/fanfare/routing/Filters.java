package org.fanfare.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.fanfare.caller.Owner;
import org.fanfare.delivery.Owed;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.Filter;
import org.fanfare.subscription.Subscription;
import org.fanfare.traffic.Ordering;

/**
 * Compiled filters and who asked for them. Each is compiled once, equal ones are tested once per event, and only those
 * that a {@link FilterIndex} neither rules out nor decides. Changes and matching may run at the same time: a match sees a
 * change from the moment that {@link #put} or {@link #remove} has returned, and perhaps sooner; of a subscription whose
 * filter is exchanged it sees the old or the new one.
 */
final class Filters {

    private static final int MOST_ATTEMPTS = 3;

    /** Where a subscription is filed, and as of which change; each change has a time of its own. */
    private record Filed(SharedFilter filter, Owed owed, Instant changedAt) {}

    private final MatchingSettings settings;
    private final ExpressionSettings expressions;
    private final Map<Filter, SharedFilter> filters = new ConcurrentHashMap<>();
    private final Map<UUID, Filed> filed = new ConcurrentHashMap<>();
    private final FilterIndex index = new FilterIndex();

    /** How often a subscription was taken from one filter to another. */
    private volatile long moves;

    Filters(MatchingSettings settings, ExpressionSettings expressions) {
        this.settings = settings;
        this.expressions = expressions.forStored();
    }

    int size() {
        return filed.size();
    }

    /** Whether nothing is left of all that was put. */
    boolean isEmpty() {
        return filed.isEmpty() && filters.isEmpty() && index.isEmpty();
    }

    /** All filters, each once. */
    Collection<SharedFilter> distinct() {
        return Collections.unmodifiableCollection(filters.values());
    }

    /** Those filters that the index does not rule out for this event. */
    Candidates candidates(EventFacts event) {
        return index.candidates(event);
    }

    /** Whether a subscription is filed as of that change. */
    boolean isFiled(UUID subscriptionId, Instant changedAt) {
        Filed known = filed.get(subscriptionId);
        return known != null && known.changedAt().equals(changedAt);
    }

    /** Files a subscription, or files it anew if it was changed since. */
    synchronized void put(Subscription subscription) {
        Filed before = filed.get(subscription.id());
        if (before != null && !before.changedAt().isBefore(subscription.changedAt())) {
            return;
        }
        SharedFilter filter = filters.computeIfAbsent(subscription.filter(expressions), this::indexed);
        String held = subscription.holdReason().orElse(null);
        Ordering ordering = subscription.deliveryOptions().ordering();
        Owed owed = new Owed(subscription.id(), subscription.owner(), ordering, null, held);
        filter.subscribers().add(owed);
        filed.put(subscription.id(), new Filed(filter, owed, subscription.changedAt()));
        if (before != null && !(before.filter() == filter && before.owed().equals(owed))) {
            moves++;
            leave(before);
        }
    }

    synchronized void remove(UUID subscriptionId) {
        Filed before = filed.remove(subscriptionId);
        if (before != null) {
            leave(before);
        }
    }

    /**
     * Matches an event. If a subscription is moved meanwhile, it may have been missed in both places, and all is done
     * again; if moves do not end, they have to wait.
     *
     * @param audience the owners who may know of it; others' filters are not even tested
     */
    Matching match(EventFacts event, Predicate<Owner> audience) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            long before = moves;
            MatchRun test = test(event, audience);
            if (moves == before) {
                return test.conclude();
            }
        }
        synchronized (this) {
            return test(event, audience).conclude();
        }
    }

    private MatchRun test(EventFacts event, Predicate<Owner> audience) {
        return new MatchRun(event, audience, settings).putTo(candidates(event));
    }

    private SharedFilter indexed(Filter filter) {
        SharedFilter shared = new SharedFilter(filter);
        index.add(shared);
        return shared;
    }

    private void leave(Filed before) {
        SharedFilter filter = before.filter();
        filter.subscribers().remove(before.owed());
        if (filter.subscribers().isEmpty()) {
            filters.remove(filter.filter());
            index.remove(filter);
        }
    }
}
