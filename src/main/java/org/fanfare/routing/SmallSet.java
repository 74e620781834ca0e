package org.fanfare.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A set that any number of threads read without waiting while one at a time writes. Most sets of an index hold one
 * member and some hold ten thousand: few members are kept in a list that each change copies, many in a hash table.
 */
final class SmallSet<T> {

    private static final int FEW = 8;

    private volatile Collection<T> members = List.of();

    void add(T member) {
        if (members instanceof Set) {
            members.add(member);
        } else if (members.contains(member)) {
            return;
        } else if (members.size() < FEW) {
            List<T> more = new ArrayList<>(members);
            more.add(member);
            members = List.copyOf(more);
        } else {
            Set<T> many = ConcurrentHashMap.newKeySet();
            many.addAll(members);
            many.add(member);
            members = many;
        }
    }

    void remove(T member) {
        if (members instanceof Set) {
            members.remove(member);
        } else {
            List<T> fewer = new ArrayList<>(members);
            fewer.remove(member);
            members = List.copyOf(fewer);
        }
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    boolean anyMatch(Predicate<T> test) {
        for (T member : members) {
            if (test.test(member)) {
                return true;
            }
        }
        return false;
    }

    void forEach(Consumer<T> action) {
        members.forEach(action);
    }
}
