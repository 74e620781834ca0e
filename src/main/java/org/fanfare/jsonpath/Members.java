package org.fanfare.jsonpath;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fanfare.trait.Place;
import org.fanfare.trait.Range;
import org.fanfare.trait.Trait;

/**
 * What one object must have.
 *
 * @param keys by the member's name, the key of the scalar it must be, a {@link Range}, or {@link Trait#ANYTHING}
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
            Optional<Object> both = both(before, key);
            if (all.size() == MOST && !all.containsKey(name)) {
                told = false;
            } else {
                told &= both.isPresent();
                all.put(name, both.orElse(before));
            }
        }
        return new Members(all, told);
    }

    /** What a member is that is both; empty if there is no telling. */
    private static Optional<Object> both(Object one, Object other) {
        if (one == Trait.ANYTHING || one.equals(other)) {
            return Optional.of(other);
        }
        if (other == Trait.ANYTHING) {
            return Optional.of(one);
        }
        if (one instanceof Range range && other instanceof Range same) {
            return range.and(same).map(Object.class::cast);
        }
        if (one instanceof Range range) {
            return Optional.of(other).filter(key -> isIn(range, key));
        }
        return Optional.of(one).filter(key -> other instanceof Range range && isIn(range, key));
    }

    private static boolean isIn(Range range, Object key) {
        return key instanceof Number number && range.has(number.doubleValue());
    }

    /** That such an object stands there. */
    Trait trait(Place place) {
        return keys.size() > 1
                ? new Trait.Together(place, keys)
                : Trait.ofMember(place, keys.firstKey(), keys.get(keys.firstKey()));
    }
}
