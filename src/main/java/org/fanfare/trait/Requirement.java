package org.fanfare.trait;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What any event that matches must have: at least one of these traits. Never without any. */
public record Requirement(List<Trait> anyOf) {

    /** The ones first that will rule out the most documents. */
    static final Comparator<Requirement> SHARPEST_FIRST =
            Comparator.comparingInt(Requirement::vagueness).thenComparingInt(requirement -> requirement.anyOf.size());

    private int vagueness() {
        return anyOf.stream().mapToInt(Trait::vagueness).max().orElseThrow();
    }

    /** Whether every event has one of the traits. */
    boolean isTrivial() {
        return anyOf.stream()
                .anyMatch(
                        trait -> trait instanceof Trait.Present && trait.place().isEverywhere());
    }

    /** Whether an event that has what this asks for has what {@code other} asks for, and that can be told easily. */
    boolean implies(Requirement other) {
        return anyOf.stream().allMatch(trait -> other.anyOf.stream().anyMatch(trait::implies));
    }

    @Override
    public String toString() {
        return anyOf.stream().map(Trait::toString).collect(Collectors.joining(" | "));
    }
}
