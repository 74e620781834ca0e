package org.fanfare.filter;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fanfare.trait.Place;
import org.fanfare.trait.Place.Leg;
import org.fanfare.trait.Place.Member;
import org.fanfare.trait.Place.Wild;
import org.fanfare.trait.Requirement;
import org.fanfare.trait.Trait;

/**
 * Looks up what stands at places of one event, and whether the event has traits; the same as the index of routing would
 * find. How much is looked at in all is bounded: beyond that nothing is known. Not thread-safe.
 */
final class Sightings {

    private static final long MOST_LOOKS = 2_000_000;

    private final EventFacts event;
    private final Map<Place, Optional<List<JsonValue>>> seen = new HashMap<>();
    private long left = MOST_LOOKS;

    Sightings(EventFacts event) {
        this.event = event;
    }

    /** The values at the place, in the order of the document; empty if that would be too much to look for. */
    Optional<List<JsonValue>> at(Place place) {
        return seen.computeIfAbsent(place, this::look);
    }

    /** Whether the event has at least one of the traits; empty if it would be too much to find out. */
    Optional<Boolean> meets(Requirement requirement) {
        boolean known = true;
        for (Trait trait : requirement.anyOf()) {
            Optional<List<JsonValue>> values = at(trait.place()).filter(some -> pay(some.size()));
            known &= values.isPresent();
            if (values.isPresent() && values.get().stream().anyMatch(value -> has(value, trait))) {
                return Optional.of(true);
            }
        }
        return known ? Optional.of(false) : Optional.empty();
    }

    private static boolean has(JsonValue value, Trait trait) {
        if (trait instanceof Trait.Present) {
            return true;
        }
        if (trait instanceof Trait.Equal equal) {
            return equal.key().equals(Trait.keyOf(value));
        }
        if (trait instanceof Trait.Together together) {
            return value instanceof JsonObject object
                    && together.members().entrySet().stream()
                            .allMatch(wanted -> hasMember(object, wanted.getKey(), wanted.getValue()));
        }
        if (!(Trait.keyOf(value) instanceof Number number)) {
            return false;
        }
        return trait instanceof Trait.AtLeast least
                ? number.doubleValue() >= least.bound()
                : trait instanceof Trait.AtMost most && number.doubleValue() <= most.bound();
    }

    private static boolean hasMember(JsonObject object, String name, Object key) {
        JsonValue member = object.get(name);
        return member != null && (key == Trait.ANYTHING || key.equals(Trait.keyOf(member)));
    }

    private Optional<List<JsonValue>> look(Place place) {
        JsonValue root = place.root() == Place.Root.ATTRIBUTES
                ? event.texts()
                : event.document().root();
        List<JsonValue> values = List.of(root);
        for (Leg leg : place.legs()) {
            values = follow(values, leg);
            if (left < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private List<JsonValue> follow(List<JsonValue> values, Leg leg) {
        List<JsonValue> next = new ArrayList<>(leg == Wild.BELOW ? values : List.of());
        if (leg instanceof Member member) {
            values.forEach(value -> add(value, member, next));
        } else if (leg == Wild.EACH) {
            values.forEach(value -> addChildren(value, next));
        } else {
            for (int i = 0; i < next.size() && left >= 0; i++) {
                addChildren(next.get(i), next);
            }
        }
        return next;
    }

    private void add(JsonValue value, Member member, List<JsonValue> next) {
        if (pay(1) && value instanceof JsonObject object && object.containsKey(member.name())) {
            next.add(object.get(member.name()));
        }
    }

    private void addChildren(JsonValue value, List<JsonValue> next) {
        Collection<JsonValue> children = value instanceof JsonArray array
                ? array
                : value instanceof JsonObject object ? object.values() : Collections.emptyList();
        if (pay(1 + children.size())) {
            next.addAll(children);
        }
    }

    private boolean pay(int looks) {
        left -= looks;
        return left >= 0;
    }
}
