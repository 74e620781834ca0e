package org.fanfare.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fanfare.event.Event;

/** How far a look back has come, and what it has found. Grows; for one thread. */
final class Scanned {

    private final List<Event> matched = new ArrayList<>();
    private int scanned;
    private int hidden;
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

    void match(Event event) {
        matched.add(event);
    }

    /** The policy does not let the owner see a match. */
    void hide() {
        hidden++;
    }

    /** The policy does not say whether the owner may see a match. */
    void leaveUndecided() {
        undecided++;
    }

    void fault(String sentence) {
        faults++;
        lastFault = sentence;
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

    int hidden() {
        return hidden;
    }

    int undecided() {
        return undecided;
    }

    /** All matches, those that are not shown included. */
    int found() {
        return matched.size() + hidden + undecided;
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
