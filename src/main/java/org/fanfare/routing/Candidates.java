package org.fanfare.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the index makes of one event: the filters that it does not rule out, each once. */
final class Candidates {

    private final List<SharedFilter> certain = new ArrayList<>();
    private final List<SharedFilter> possible = new ArrayList<>();
    private final Set<SharedFilter> filedOften = new HashSet<>();

    /**
     * Adds a filter that is found in one place only.
     *
     * @param decided whether it is known to match, without a test
     */
    void add(SharedFilter filter, boolean decided) {
        (decided ? certain : possible).add(filter);
    }

    /** Adds a filter that may have been found already, by this way only. */
    void addOnce(SharedFilter filter, boolean decided) {
        if (filedOften.add(filter)) {
            add(filter, decided);
        }
    }

    /** Those that match the event, unless it is one that nothing matches. */
    List<SharedFilter> certain() {
        return Collections.unmodifiableList(certain);
    }

    /** Those that have to be tested. */
    List<SharedFilter> possible() {
        return Collections.unmodifiableList(possible);
    }
}
