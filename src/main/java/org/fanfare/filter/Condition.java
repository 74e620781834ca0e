package org.fanfare.filter;

import static java.util.stream.Collectors.joining;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fanfare.trait.Place;
import org.fanfare.trait.Requirement;
import org.fanfare.trait.Trait;

/**
 * Something that every event has that a filter matches, and whether one event has it.
 *
 * @param text for people, such as {@code $.data.*.size >= 1000}
 * @param met empty if it would have been too much to find out
 * @param found what the event has at the places that the condition is about, or the first of it
 * @param near if that is nothing: how far on the way there the event has something, for people
 */
public record Condition(String text, Optional<Boolean> met, Excerpt found, Optional<String> near) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int MOST_TRAITS_TOLD = 16;
    private static final int MOST_FOUND = 10;
    private static final int MOST_VALUES_TOLD = 3;
    private static final int LONGEST_VALUE_TOLD = 80;

    static Condition of(Requirement requirement, Sightings sightings, Room room) {
        List<JsonValue> found = found(requirement, sightings);
        return new Condition(
                text(requirement),
                sightings.meets(requirement),
                room.excerpt(found, MOST_FOUND),
                found.isEmpty() ? near(requirement.anyOf().get(0).place(), sightings) : Optional.empty());
    }

    boolean isUnmet() {
        return met.isPresent() && !met.get();
    }

    /** For the owner of the filter: that it is not met, and what there is instead. */
    String whyUnmet() {
        return "The condition %s is not met: the event has %s there%s."
                .formatted(text, foundInWords(), near.map(other -> "; " + other).orElse(""));
    }

    private String foundInWords() {
        List<String> told = found.values().stream()
                .limit(MOST_VALUES_TOLD)
                .map(Condition::shortened)
                .toList();
        if (told.isEmpty()) {
            return found.truncated() ? "something larger" : "nothing";
        }
        if (found.truncated() || found.values().size() > told.size()) {
            return String.join(", ", told) + " and more";
        }
        String last = told.get(told.size() - 1);
        return told.size() == 1 ? last : String.join(", ", told.subList(0, told.size() - 1)) + " and " + last;
    }

    /** A value as JSON, cut where it is too long to be read. */
    static String shortened(JsonValue value) {
        String json = value.toString();
        return json.length() <= LONGEST_VALUE_TOLD ? json : json.substring(0, LONGEST_VALUE_TOLD) + "...";
    }

    private static List<JsonValue> found(Requirement requirement, Sightings sightings) {
        Set<Place> places = new LinkedHashSet<>();
        List<JsonValue> found = new ArrayList<>();
        for (Trait trait : requirement.anyOf()) {
            if (trait instanceof Trait.Together together) {
                sightings
                        .at(trait.place())
                        .ifPresent(values -> values.stream()
                                .filter(JsonObject.class::isInstance)
                                .map(value -> only(
                                        value.asJsonObject(), together.members().keySet()))
                                .filter(object -> !object.isEmpty())
                                .limit(MOST_FOUND + 1)
                                .forEach(found::add));
            } else if (places.add(trait.place())) {
                sightings
                        .at(trait.place())
                        .ifPresent(
                                values -> values.stream().limit(MOST_FOUND + 1).forEach(found::add));
            }
            if (found.size() > MOST_FOUND) {
                break;
            }
        }
        return found;
    }

    /** Of attributes there is nothing to tell: they are all on one level. */
    private static Optional<String> near(Place place, Sightings sightings) {
        for (int legs = place.root() == Place.Root.ATTRIBUTES ? 0 : place.legs().size(); legs > 0; legs--) {
            Place before = new Place(place.root(), place.legs().subList(0, legs - 1));
            Optional<JsonValue> there =
                    sightings.at(before).flatMap(values -> values.stream().findFirst());
            if (there.isPresent()) {
                return Optional.of(before + " is " + kind(there.get()));
            }
        }
        return Optional.empty();
    }

    private static String kind(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            default -> value.toString();
        };
    }

    private static JsonObject only(JsonObject object, Set<String> names) {
        JsonObjectBuilder only = JSON.createObjectBuilder();
        names.stream().filter(object::containsKey).forEach(name -> only.add(name, object.get(name)));
        return only.build();
    }

    private static String text(Requirement requirement) {
        int more = requirement.anyOf().size() - MOST_TRAITS_TOLD;
        return requirement.anyOf().stream()
                        .limit(MOST_TRAITS_TOLD)
                        .map(Condition::text)
                        .collect(joining(" or "))
                + (more > 0 ? " or one of %d more".formatted(more) : "");
    }

    private static String text(Trait trait) {
        if (trait instanceof Trait.Equal equal) {
            return equal.place() + " = " + text(equal.key());
        }
        if (trait instanceof Trait.AtLeast least) {
            return least.place() + " >= " + number(least.bound());
        }
        if (trait instanceof Trait.AtMost most) {
            return most.place() + " <= " + number(most.bound());
        }
        if (trait instanceof Trait.Together together) {
            return together.place() + " with "
                    + together.members().entrySet().stream()
                            .map(member -> member.getKey()
                                    + (member.getValue() == Trait.ANYTHING ? "" : " = " + text(member.getValue())))
                            .collect(joining(" and "));
        }
        return trait instanceof Trait.Present ? trait.place() + " exists" : trait.toString();
    }

    private static String text(Object key) {
        if (key instanceof String string) {
            return shortened(JSON.createValue(string));
        }
        if (key instanceof Double number) {
            return number == 1 ? "1 (or true)" : number == 0 ? "0 (or false)" : number(number);
        }
        return key == JsonValue.NULL ? "null" : key.toString();
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
