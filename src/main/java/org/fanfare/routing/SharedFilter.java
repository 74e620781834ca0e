package org.fanfare.routing;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.fanfare.delivery.Owed;
import org.fanfare.filter.Filter;

/** A filter and all subscriptions that have it. */
final class SharedFilter {

    private final Filter filter;
    private final SmallSet<Owed> subscribers = new SmallSet<>();
    private final AtomicInteger faultsInRow = new AtomicInteger();

    /** What it requires: of each row, one. It is filed under the marks of the first row; there may be none. */
    private Mark[][] marks = {};

    private boolean decided;

    SharedFilter(Filter filter) {
        this.filter = filter;
    }

    Filter filter() {
        return filter;
    }

    SmallSet<Owed> subscribers() {
        return subscribers;
    }

    /**
     * To be told before it is filed; later changes would not be seen.
     *
     * @param decided whether an event that has one mark of each row matches, without a test
     */
    void require(Mark[][] marks, boolean decided) {
        this.marks = marks;
        this.decided = decided;
    }

    /** Whether being possible is as much as matching. */
    boolean isDecided() {
        return decided;
    }

    /** The marks it is filed under; none if nothing can tell that it does not match. */
    Mark[] access() {
        return marks.length == 0 ? new Mark[0] : marks[0];
    }

    /** Whether an event that has exactly these marks may match; it is known to have one of the first row. */
    boolean isPossible(Set<Mark> found) {
        for (int row = 1; row < marks.length; row++) {
            if (!isAnyOf(marks[row], found)) {
                return false;
            }
        }
        return true;
    }

    /** Counts a breakdown. */
    int countFault() {
        return faultsInRow.incrementAndGet();
    }

    /** A test went to its end. */
    void endFaults() {
        if (faultsInRow.get() != 0) {
            faultsInRow.set(0);
        }
    }

    /** How often it broke down on this node since it last did not. */
    int faultsInRow() {
        return faultsInRow.get();
    }

    private static boolean isAnyOf(Mark[] row, Set<Mark> found) {
        for (Mark mark : row) {
            if (found.contains(mark)) {
                return true;
            }
        }
        return false;
    }
}
