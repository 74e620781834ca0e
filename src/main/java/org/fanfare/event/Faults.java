package org.fanfare.event;

import java.util.ArrayList;
import java.util.List;
import org.fanfare.problem.Fault;

/** Collects what is wrong with a message; the answer names no more than {@value #NAMED} of it. */
final class Faults {

    private static final int NAMED = 100;

    private final List<Fault> named = new ArrayList<>();
    private int count;

    void add(Fault fault) {
        if (count++ < NAMED) {
            named.add(fault);
        }
    }

    boolean none() {
        return count == 0;
    }

    /** Adds all of {@code others}, which were found in what stands at {@code pointer}. */
    void addAll(Faults others, String pointer) {
        others.named.forEach(fault -> add(fault.below(pointer)));
        count += others.count - others.named.size();
    }

    List<Fault> list() {
        List<Fault> all = new ArrayList<>(named);
        if (count > NAMED) {
            all.add(new Fault("", "%d more faults are not listed".formatted(count - NAMED)));
        }
        return all;
    }
}
