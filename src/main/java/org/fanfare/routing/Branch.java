package org.fanfare.routing;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.fanfare.filter.EventFacts;
import org.fanfare.trait.Place;
import org.fanfare.trait.Place.Leg;
import org.fanfare.trait.Trait;

/**
 * A place that expressions look at, the traits they look for there, and the places behind it. The root's branch is a
 * tree of all places, in which the marks of an event are found on one walk.
 *
 * <p>Any number of threads walk while one at a time changes: a walk sees all changes made before it began.
 */
final class Branch {

    /** Like the other maps an empty constant until there is something in it: there are many branches. */
    private volatile Map<String, Branch> members = Map.of();

    private volatile Branch each;
    private volatile Branch below;

    private volatile Mark present;
    private volatile Map<Object, Mark> equal = Map.of();
    private volatile NavigableMap<Double, Mark> atLeast = Collections.emptyNavigableMap();
    private volatile NavigableMap<Double, Mark> atMost = Collections.emptyNavigableMap();
    private final Combination together = new Combination();

    /** The trees of both roots, bare. */
    static Map<Place.Root, Branch> ofAllRoots() {
        return Map.of(Place.Root.DOCUMENT, new Branch(), Place.Root.ATTRIBUTES, new Branch());
    }

    /** Finds the marks of an event in such trees. */
    static void survey(Map<Place.Root, Branch> roots, EventFacts event, Set<Mark> found) {
        roots.get(Place.Root.ATTRIBUTES).survey(List.of(event.texts()), found);
        roots.get(Place.Root.DOCUMENT).survey(List.of(event.document().root()), found);
    }

    /** Changes the mark of a trait; it is null before if there is none, and null afterwards if there is to be none. */
    void change(Trait trait, UnaryOperator<Mark> change) {
        change(trait.place().legs(), trait, change);
    }

    private void change(List<Leg> way, Trait trait, UnaryOperator<Mark> change) {
        if (way.isEmpty()) {
            changeHere(trait, change);
            return;
        }
        List<Leg> rest = way.subList(1, way.size());
        Leg leg = way.get(0);
        if (leg instanceof Place.Member member) {
            members = members.isEmpty() ? new ConcurrentHashMap<>() : members;
            members.compute(member.name(), (name, branch) -> changed(branch, rest, trait, change));
        } else if (leg == Place.Wild.EACH) {
            each = changed(each, rest, trait, change);
        } else {
            below = changed(below, rest, trait, change);
        }
    }

    /** The branch after the change, or null if nothing is left of it. */
    private static Branch changed(Branch branch, List<Leg> rest, Trait trait, UnaryOperator<Mark> change) {
        Branch changed = branch == null ? new Branch() : branch;
        changed.change(rest, trait, change);
        return changed.isBare() ? null : changed;
    }

    private void changeHere(Trait trait, UnaryOperator<Mark> change) {
        if (trait instanceof Trait.Present) {
            present = change.apply(present);
        } else if (trait instanceof Trait.Equal one) {
            equal = equal.isEmpty() ? new ConcurrentHashMap<>() : equal;
            equal.compute(one.key(), (key, mark) -> change.apply(mark));
        } else if (trait instanceof Trait.AtLeast one) {
            atLeast = atLeast.isEmpty() ? new ConcurrentSkipListMap<>() : atLeast;
            atLeast.compute(one.bound(), (bound, mark) -> change.apply(mark));
        } else if (trait instanceof Trait.AtMost one) {
            atMost = atMost.isEmpty() ? new ConcurrentSkipListMap<>() : atMost;
            atMost.compute(one.bound(), (bound, mark) -> change.apply(mark));
        } else if (trait instanceof Trait.Together several) {
            together.change(several.members(), change);
        } else {
            throw new IllegalStateException("not known here: " + trait);
        }
    }

    boolean isBare() {
        return members.isEmpty()
                && each == null
                && below == null
                && present == null
                && equal.isEmpty()
                && atLeast.isEmpty()
                && atMost.isEmpty()
                && together.isBare();
    }

    /** Finds the marks of all {@code values}, which are those at this place, and of what is behind them. */
    void survey(List<JsonValue> values, Set<Mark> found) {
        if (values.isEmpty()) {
            return;
        }
        add(present, found);
        surveyScalars(values, found);
        surveyObjects(values, found);
        Branch onEach = each;
        if (onEach != null) {
            onEach.survey(children(values), found);
        }
        Branch onAll = below;
        if (onAll != null) {
            onAll.survey(withDescendants(values), found);
        }
    }

    /** Of all numbers at one place only the least and the greatest decide which bounds are met. */
    private void surveyScalars(List<JsonValue> values, Set<Mark> found) {
        if (equal.isEmpty() && atLeast.isEmpty() && atMost.isEmpty()) {
            return;
        }
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        boolean anyNumber = false;
        for (JsonValue value : values) {
            Object key = Trait.keyOf(value);
            if (key != null) {
                add(equal.get(key), found);
            }
            if (key instanceof Number exact) {
                double number = exact.doubleValue();
                anyNumber = true;
                least = Math.min(least, number);
                greatest = Math.max(greatest, number);
            }
        }
        if (anyNumber) {
            found.addAll(atLeast.headMap(greatest, true).values());
            found.addAll(atMost.tailMap(least, true).values());
        }
    }

    private void surveyObjects(List<JsonValue> values, Set<Mark> found) {
        if (members.isEmpty() && together.isBare()) {
            return;
        }
        Map<Branch, List<JsonValue>> reached = new IdentityHashMap<>();
        for (JsonValue value : values) {
            if (value instanceof JsonObject object) {
                together.survey(object, found);
                Named.inBoth(
                        object,
                        members,
                        (member, branch) -> reached.computeIfAbsent(branch, some -> new ArrayList<>())
                                .add(member));
            }
        }
        reached.forEach((branch, some) -> branch.survey(some, found));
    }

    private static void add(Mark mark, Set<Mark> found) {
        if (mark != null) {
            found.add(mark);
        }
    }

    private static List<JsonValue> children(List<JsonValue> values) {
        List<JsonValue> children = new ArrayList<>();
        values.forEach(value -> children.addAll(children(value)));
        return children;
    }

    /** The values and all that they contain; no place has two legs of this kind, so nothing comes twice. */
    private static List<JsonValue> withDescendants(List<JsonValue> values) {
        List<JsonValue> all = new ArrayList<>(values);
        for (int i = 0; i < all.size(); i++) {
            all.addAll(children(all.get(i)));
        }
        return all;
    }

    private static Collection<JsonValue> children(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array;
        }
        return value instanceof JsonObject object ? object.values() : Collections.emptyList();
    }
}
