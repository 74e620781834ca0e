package org.fanfare.jsonpath;

import java.util.ArrayList;
import java.util.List;

/** Collects the steps of a path as they are read and links them from the last to the first. */
final class WayBuilder {

    private final List<List<Selector>> steps = new ArrayList<>();
    private final List<Boolean> descents = new ArrayList<>();

    void child(List<Selector> selectors) {
        steps.add(selectors);
        descents.add(false);
    }

    void descent(List<Selector> selectors) {
        steps.add(selectors);
        descents.add(true);
    }

    Steps steps() {
        Steps next = Steps.END;
        for (int i = steps.size() - 1; i >= 0; i--) {
            Steps.Child child = new Steps.Child(steps.get(i), next);
            next = descents.get(i) ? new Steps.Descent(child) : child;
        }
        return next;
    }
}
