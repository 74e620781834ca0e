package org.fanfare.cesql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of an event's attributes: which there are, and between which values some of them are. Immutable. */
record Facts(Set<String> present, Map<String, Set<String>> oneOf) {

    static final Facts NONE = new Facts(Set.of(), Map.of());

    Facts {
        present = Collections.unmodifiableSet(present);
        oneOf = Collections.unmodifiableMap(oneOf);
    }

    static Facts present(String attribute) {
        return new Facts(Set.of(attribute), Map.of());
    }

    static Facts oneOf(String attribute, Set<String> values) {
        return new Facts(Set.of(attribute), Map.of(attribute, values));
    }

    /** Both hold. */
    Facts and(Facts other) {
        if (other.present.isEmpty() || present.isEmpty()) {
            return present.isEmpty() ? other : this;
        }
        Set<String> names = new LinkedHashSet<>(present);
        names.addAll(other.present);
        Map<String, Set<String>> values = new LinkedHashMap<>(oneOf);
        other.oneOf.forEach((name, theirs) -> values.merge(name, theirs, Facts::common));
        return new Facts(names, values);
    }

    /** At least one of them holds. */
    Facts or(Facts other) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        oneOf.forEach((name, ours) -> {
            if (other.oneOf.containsKey(name)) {
                Set<String> either = new LinkedHashSet<>(ours);
                either.addAll(other.oneOf.get(name));
                values.put(name, either);
            }
        });
        return new Facts(common(present, other.present), values);
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.retainAll(other);
        return both;
    }

    List<OneOf> equalities() {
        List<OneOf> equalities = new ArrayList<>();
        oneOf.forEach((name, values) -> equalities.add(new OneOf(name, List.copyOf(values))));
        return equalities;
    }
}
