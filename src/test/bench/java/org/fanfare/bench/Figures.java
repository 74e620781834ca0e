package org.fanfare.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What one round gave, by name, in the order of the report. */
final class Figures {

    private final Map<String, Double> values = new LinkedHashMap<>();

    void put(String name, double value) {
        values.put(name, value);
    }

    double get(String name) {
        return values.get(name);
    }

    Set<String> names() {
        return values.keySet();
    }
}
