package org.fanfare.jsonpath;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fanfare.trait.Place;
import org.fanfare.trait.Trait;

/**
 * The current value of a filter, as far as it is known without a document.
 *
 * @param place where it stands
 * @param fixed names of members that must be scalars, and their keys
 */
record Here(Place place, SortedMap<String, Object> fixed) {

    private static final int MOST_FIXED = 8;

    static Here at(Place place) {
        return new Here(place, new TreeMap<>());
    }

    /** The same value if it has these members as well; more than a handful are not worth remembering. */
    Here fixing(Map<String, Object> members) {
        SortedMap<String, Object> all = new TreeMap<>(fixed);
        members.forEach((name, key) -> {
            if (all.containsKey(name) || all.size() < MOST_FIXED) {
                all.put(name, key);
            }
        });
        return new Here(place, all);
    }

    /** That there is such a value. At least one member must be fixed. */
    Trait trait() {
        return fixed.size() == 1
                ? new Trait.Equal(place.member(fixed.firstKey()), fixed.get(fixed.firstKey()))
                : new Trait.Together(place, fixed);
    }
}
