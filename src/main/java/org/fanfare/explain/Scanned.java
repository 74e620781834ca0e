package org.fanfare.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fanfare.event.Event;
import org.fanfare.filter.Verdict;

/** How far a look back has come, and what it has found. Grows; for one thread. */
final class Scanned {

    private final List<Event> matched = new ArrayList<>();
    private int scanned;
    private int undecided;
    private int faults;
    private String lastFault;
    private UUID last;
    private boolean complete;

    /** Goes on to this event. */
    void at(UUID id) {
        scanned++;
        last = id;
    }

    /** The event, which the owner may see, matched or broke the filter down. */
    void note(Event event, Verdict verdict) {
        if (verdict instanceof Verdict.Broken broken) {
            faults++;
            lastFault = broken.sentence();
        } else {
            matched.add(event);
        }
    }

    /** The policy does not say whether the owner may see what came of this one. */
    void leaveUndecided() {
        undecided++;
    }

    /** There is nothing left to look at. */
    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    /** The matches, newest first. */
    List<Event> matched() {
        return matched;
    }

    int scanned() {
        return scanned;
    }

    int undecided() {
        return undecided;
    }

    /** The matches, and what may be more of them. */
    int found() {
        return matched.size() + undecided;
    }

    int faults() {
        return faults;
    }

    /** Null if there was none. */
    String lastFault() {
        return lastFault;
    }

    /** The oldest event that was looked at; null if there was none. */
    UUID last() {
        return last;
    }
}
