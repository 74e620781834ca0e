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
 * something or to hold; what it cannot say exactly, it says it {@linkplain #cannotTell cannot tell}.
 *
 * <p>What is required of the document, or of the one value at a place, holds or does not: if all of it was told exactly,
 * it decides. Of one value among several it decides only if it comes down to one requirement; two might be met by
 * two values.
 */
final class RequirementCollector {

    private final Set<Requirement> collected = new LinkedHashSet<>();
    private final RequirementCollector apart;
    private boolean exact = true;
    private int levels;

    RequirementCollector() {
        this.apart = this;
    }

    private RequirementCollector(RequirementCollector apart) {
        this.apart = apart;
    }

    /** A requirement of whatever stands where a path ends. */
    @FunctionalInterface
    interface Ending {
        Trait at(Place place);
    }

    /**
     * Adds that there is something with this trait.
     *
     * @param enough whether that is all that the part of the expression asks for
     */
    void add(Trait trait, boolean enough) {
        collected.add(new Requirement(List.of(trait)));
        exact &= enough;
    }

    /** What was or will be added is necessary, but there is more to it. */
    void cannotTell() {
        exact = false;
    }

    /** Notes by how many levels of evaluation the expression goes deeper at most. */
    void deepen(int more) {
        levels += more;
    }

    /** Where to add what does not depend on the value at hand. */
    RequirementCollector apart() {
        return apart;
    }

    /** Collects what is required of one value among several; to be {@linkplain #addAmongSeveral added} in the end. */
    RequirementCollector amongSeveral() {
        return new RequirementCollector(apart);
    }

    /** Adds that one of several values meets all that was collected of it. */
    void addAmongSeveral(RequirementCollector ofOne) {
        Requirements known = ofOne.collected();
        addAll(known, known.sufficient() && known.all().size() <= 1);
        levels += ofOne.levels;
    }

    /** Adds that one of {@code parts} holds: of each, one requirement, and nothing if one of them has none. */
    void addAny(List<Condition> parts, Here here) {
        List<Requirements> ofParts = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            RequirementCollector ofPart = new RequirementCollector();
            part.require(here, ofPart);
            ofParts.add(ofPart.collected());
            levels += ofPart.levels;
        }
        Requirements any = Requirements.anyOf(ofParts);
        // A part that is not told exactly may break down before another holds.
        addAll(any, any.sufficient() && ofParts.stream().allMatch(Requirements::sufficient));
    }

    private void addAll(Requirements known, boolean enough) {
        collected.addAll(known.all());
        exact &= enough;
    }

    /** What was collected. It decides only where evaluation could not get too deep, either. */
    Requirements collected() {
        return Requirements.of(collected, exact && levels < Run.MAX_LEVELS);
    }
}
