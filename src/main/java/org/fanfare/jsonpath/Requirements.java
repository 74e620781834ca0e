package org.fanfare.jsonpath;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what an expression requires of documents. Each part of the tree adds what must be so for it to select
 * something or to hold; what it cannot say it leaves out.
 */
final class Requirements {

    /** Further ones cost more than they rule out. */
    private static final int MOST = 16;

    private final Set<Requirement> collected = new LinkedHashSet<>();

    /** A requirement of whatever stands where a path ends. */
    @FunctionalInterface
    interface Ending {
        Trait at(Place place);
    }

    void add(Trait trait) {
        add(new Requirement(List.of(trait)));
    }

    private void add(Requirement requirement) {
        if (!requirement.isTrivial()) {
            collected.add(requirement);
        }
    }

    /** Adds that one of {@code parts} holds: of each, one requirement, and nothing if one of them has none. */
    void addAny(List<Condition> parts, Here here) {
        Set<Trait> anyOf = new LinkedHashSet<>();
        for (Condition part : parts) {
            Requirements ofPart = new Requirements();
            part.require(here, ofPart);
            Optional<Requirement> sharpest = ofPart.collected.stream().min(Requirement.SHARPEST_FIRST);
            if (sharpest.isEmpty()) {
                return;
            }
            anyOf.addAll(sharpest.get().anyOf());
        }
        add(new Requirement(List.copyOf(anyOf)));
    }

    /** The sharpest ones first, without those that go without saying. */
    List<Requirement> list() {
        List<Requirement> sharpest = collected.stream()
                .sorted(Requirement.SHARPEST_FIRST)
                .limit(MOST)
                .toList();
        List<Requirement> list = new ArrayList<>(sharpest);
        list.removeIf(requirement -> sharpest.stream().anyMatch(other -> other.implies(requirement)));
        return List.copyOf(list);
    }
}
