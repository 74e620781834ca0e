package org.fanfare.jsonpath;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fanfare.trait.Place;
import org.fanfare.trait.Requirement;
import org.fanfare.trait.Requirements;
import org.fanfare.trait.Trait;

/**
 * Collects what an expression requires of documents. Each part of the tree adds what must be so for it to select
 * something or to hold; what it cannot say it leaves out.
 */
final class RequirementCollector {

    private final Set<Requirement> collected = new LinkedHashSet<>();

    /** A requirement of whatever stands where a path ends. */
    @FunctionalInterface
    interface Ending {
        Trait at(Place place);
    }

    void add(Trait trait) {
        collected.add(new Requirement(List.of(trait)));
    }

    /** Adds that one of {@code parts} holds: of each, one requirement, and nothing if one of them has none. */
    void addAny(List<Condition> parts, Here here) {
        List<Requirements> ofParts = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            RequirementCollector ofPart = new RequirementCollector();
            part.require(here, ofPart);
            ofParts.add(ofPart.collected());
        }
        collected.addAll(Requirements.anyOf(ofParts).all());
    }

    /** What was collected; it is necessary, and not known to be sufficient. */
    Requirements collected() {
        return Requirements.of(collected, false);
    }
}
