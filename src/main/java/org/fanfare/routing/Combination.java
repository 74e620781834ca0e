package org.fanfare.routing;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.fanfare.trait.Range;
import org.fanfare.trait.Trait;

/** What is known of the members of one object, in the order of their names, and what more may be asked of it. */
final class Combination {

    /** By name and key of one more member. Stays empty at the ends, which are most. */
    private volatile Map<String, Member> more = Map.of();

    private volatile Mark mark;

    /** Changes the mark that stands for these members, as {@link Branch#change} does. */
    void change(SortedMap<String, Object> members, UnaryOperator<Mark> change) {
        if (members.isEmpty()) {
            mark = change.apply(mark);
            return;
        }
        String name = members.firstKey();
        Object key = members.get(name);
        SortedMap<String, Object> rest = members.tailMap(name + '\0');
        if (more.isEmpty()) {
            more = new ConcurrentHashMap<>();
        }
        more.compute(name, (same, member) -> {
            Member changed = member == null ? new Member() : member;
            changed.change(key, combination -> changed(combination, rest, change));
            return changed.isBare() ? null : changed;
        });
    }

    private static Combination changed(
            Combination combination, SortedMap<String, Object> rest, UnaryOperator<Mark> change) {
        Combination changed = combination == null ? new Combination() : combination;
        changed.change(rest, change);
        return changed.isBare() ? null : changed;
    }

    boolean isBare() {
        return mark == null && more.isEmpty();
    }

    /** Finds the marks of this object. */
    void survey(JsonObject object, Set<Mark> found) {
        Mark known = mark;
        if (known != null) {
            found.add(known);
        }
        Map<String, Member> further = more;
        if (!further.isEmpty()) {
            Named.inBoth(object, further, (value, member) -> member.survey(value, object, found));
        }
    }

    /** What may be asked of one member. */
    private static final class Member {

        private final Map<Object, Combination> byKey = new ConcurrentHashMap<>();
        private volatile Ranges<Combination> ranges;

        void change(Object key, UnaryOperator<Combination> change) {
            if (key instanceof Range range) {
                Ranges<Combination> changed = ranges == null ? new Ranges<>() : ranges;
                changed.change(range, change);
                ranges = changed.isEmpty() ? null : changed;
            } else {
                byKey.compute(key, (same, combination) -> change.apply(combination));
            }
        }

        boolean isBare() {
            return byKey.isEmpty() && ranges == null;
        }

        void survey(JsonValue value, JsonObject object, Set<Mark> found) {
            Object key = Trait.keyOf(value);
            if (key != null) {
                survey(byKey.get(key), object, found);
            }
            survey(byKey.get(Trait.ANYTHING), object, found);
            Ranges<Combination> known = ranges;
            if (known != null && key instanceof Number number) {
                known.forEachWith(number.doubleValue(), combination -> combination.survey(object, found));
            }
        }

        private static void survey(Combination combination, JsonObject object, Set<Mark> found) {
            if (combination != null) {
                combination.survey(object, found);
            }
        }
    }
}
