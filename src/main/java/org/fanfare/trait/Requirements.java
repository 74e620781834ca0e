package org.fanfare.trait;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be told of an expression's matches by looking up rather than evaluating.
 *
 * @param all each of them is met by every event that matches; the most telling first, none if nothing can be told
 * @param sufficient whether, the other way round, every event that meets all of them matches
 */
public record Requirements(List<Requirement> all, boolean sufficient) {

    /** Nothing is known. */
    public static final Requirements UNKNOWN = new Requirements(List.of(), false);

    /** Further ones cost more than they rule out. */
    private static final int MOST = 16;

    public Requirements {
        all = List.copyOf(all);
    }

    /** What is known if these are required: the most telling of them, without those that go without saying. */
    public static Requirements of(Collection<Requirement> required, boolean sufficient) {
        List<Requirement> telling = required.stream()
                .filter(requirement -> !requirement.isTrivial())
                .distinct()
                .sorted(Requirement.SHARPEST_FIRST)
                .toList();
        List<Requirement> most = telling.subList(0, Math.min(MOST, telling.size()));
        List<Requirement> all = new ArrayList<>();
        for (Requirement requirement : most) {
            if (all.stream().noneMatch(other -> other.implies(requirement))) {
                all.removeIf(requirement::implies);
                all.add(requirement);
            }
        }
        return new Requirements(all, sufficient && telling.size() <= MOST);
    }

    /** What is known if this trait alone decides. */
    public static Requirements exactly(Trait trait) {
        return exactlyOneOf(List.of(trait));
    }

    /** What is known if any of these traits, at least one, decides. */
    public static Requirements exactlyOneOf(List<? extends Trait> traits) {
        return of(List.of(new Requirement(List.copyOf(traits))), true);
    }

    /** What is known of an expression that matches where all its parts do. */
    public static Requirements allOf(List<Requirements> parts) {
        Set<Requirement> required = new LinkedHashSet<>();
        parts.forEach(part -> required.addAll(part.all));
        return of(required, parts.stream().allMatch(Requirements::sufficient));
    }

    /** What is known of an expression that matches where one of its parts does: one requirement of each; without parts, nothing. */
    public static Requirements anyOf(List<Requirements> parts) {
        if (parts.isEmpty()) {
            return UNKNOWN;
        }
        Set<Trait> anyOf = new LinkedHashSet<>();
        boolean sufficient = true;
        for (Requirements part : parts) {
            Optional<Requirement> sharpest = part.all.stream().findFirst();
            if (sharpest.isEmpty()) {
                return new Requirements(List.of(), part.sufficient);
            }
            anyOf.addAll(sharpest.get().anyOf());
            sufficient &= part.sufficient && part.all.size() == 1;
        }
        return of(List.of(new Requirement(List.copyOf(anyOf))), sufficient);
    }
}
