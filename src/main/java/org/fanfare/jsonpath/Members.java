package org.fanfare.jsonpath;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fanfare.trait.Place;
import org.fanfare.trait.Trait;

/**
 * What one object must have.
 *
 * @param keys by the member's name, the key of the scalar it must be, or {@link Trait#ANYTHING}
 * @param complete whether nothing was left out
 */
record Members(SortedMap<String, Object> keys, boolean complete) {

    static final Members NONE = new Members(new TreeMap<>(), true);

    /** More than a handful are not worth remembering. */
    private static final int MOST = 8;

    static Members of(String name, Object key) {
        return new Members(new TreeMap<>(Map.of(name, key)), true);
    }

    boolean isNone() {
        return keys.isEmpty();
    }

    /** These and more of the same object. That a member is two things at once cannot be told, only one of them. */
    Members and(Members more) {
        SortedMap<String, Object> all = new TreeMap<>(keys);
        boolean told = complete && more.complete;
        for (String name : more.keys.keySet()) {
            Object key = more.keys.get(name);
            Object before = all.getOrDefault(name, Trait.ANYTHING);
            if (all.size() == MOST && !all.containsKey(name)) {
                told = false;
            } else if (before == Trait.ANYTHING) {
                all.put(name, key);
            } else {
                told &= key == Trait.ANYTHING || key.equals(before);
            }
        }
        return new Members(all, told);
    }

    /** That such an object stands there. */
    Trait trait(Place place) {
        return keys.size() > 1
                ? new Trait.Together(place, keys)
                : single(place.member(keys.firstKey()), keys.get(keys.firstKey()));
    }

    private static Trait single(Place place, Object key) {
        return key == Trait.ANYTHING ? new Trait.Present(place) : new Trait.Equal(place, key);
    }
}
