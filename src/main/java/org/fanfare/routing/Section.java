package org.fanfare.routing;

import java.util.ArrayList;
import java.util.List;
import org.fanfare.filter.EventFacts;
import org.fanfare.trait.Requirements;

/**
 * Filters that are looked at for the same events. A few are simply tested: that takes less than to walk the event for their
 * marks, and less room, for there may be as many sections as subscriptions. Once they are more, they have an index.
 *
 * <p>Threads as in {@link FilterIndex}.
 */
final class Section {

    private static final int FEW = 8;

    /** Of those that require nothing more. */
    private final SmallSet<SharedFilter> always = new SmallSet<>();

    /** Null once they are many: then the index has them. */
    private volatile List<Filed> few = List.of();

    private RequirementIndex many;

    /** A filter and what it requires beyond what opens the section. */
    private record Filed(SharedFilter filter, Requirements known) {}

    void add(SharedFilter filter, Requirements known) {
        if (known.all().isEmpty()) {
            filter.require(new Mark[0][], known.sufficient());
            always.add(filter);
        } else if (few == null) {
            many.add(filter, known);
        } else {
            List<Filed> more = new ArrayList<>(few);
            more.add(new Filed(filter, known));
            keep(more);
        }
    }

    private void keep(List<Filed> filters) {
        if (filters.size() <= FEW) {
            few = List.copyOf(filters);
        } else {
            many = new RequirementIndex();
            filters.forEach(one -> many.add(one.filter(), one.known()));
            few = null; // the last write: who sees it sees the index
        }
    }

    void remove(SharedFilter filter, Requirements known) {
        if (known.all().isEmpty()) {
            always.remove(filter);
        } else if (few == null) {
            many.remove(filter, known);
        } else {
            few = few.stream().filter(one -> one.filter() != filter).toList();
        }
    }

    boolean isEmpty() {
        return always.isEmpty() && (few == null ? many.isEmpty() : few.isEmpty());
    }

    /**
     * Adds what may match an event that opens this section. Of few filters nothing but the filter is asked for: the rest may
     * just be changing, if they become many.
     */
    void search(EventFacts event, Candidates into) {
        always.forEach(filter -> into.add(filter, filter.isDecided()));
        List<Filed> tested = few;
        if (tested == null) {
            many.search(event, into);
        } else {
            tested.forEach(one -> into.add(one.filter(), false));
        }
    }
}
