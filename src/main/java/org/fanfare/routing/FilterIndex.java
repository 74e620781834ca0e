package org.fanfare.routing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fanfare.filter.EventFacts;
import org.fanfare.trait.Place;
import org.fanfare.trait.Requirement;
import org.fanfare.trait.Requirements;
import org.fanfare.trait.Trait;

/**
 * Finds the few filters that may match an event. Each is filed under that of its requirements that the fewest others
 * share, and is looked at only if an event meets it; a filter that requires nothing that could be looked up is always a
 * candidate.
 *
 * <p>One thread at a time may change it, while any number look for candidates and never wait. A filter that was added
 * before a search began and is not removed before it ends is found.
 */
final class FilterIndex {

    /** How many filters may share an equality before a trait of the next kinds is thought to be rarer. */
    private static final int[] HANDICAP = {0, 1, 100, 1000};

    private final Map<Place.Root, Branch> roots = Map.of(
            Place.Root.DOCUMENT, new Branch(),
            Place.Root.ATTRIBUTES, new Branch());

    private final SmallSet<SharedFilter> always = new SmallSet<>();

    void add(SharedFilter filter) {
        Requirements known = filter.filter().requirements();
        List<Requirement> requirements = known.all();
        Mark[][] marks = new Mark[requirements.size()][];
        int rarest = 0;
        long least = Long.MAX_VALUE;
        for (int row = 0; row < marks.length; row++) {
            List<Trait> traits = requirements.get(row).anyOf();
            marks[row] = traits.stream().map(this::mark).toArray(Mark[]::new);
            long commonness = commonness(traits, marks[row]);
            if (commonness < least) {
                least = commonness;
                rarest = row;
            }
        }
        if (marks.length == 0) {
            filter.require(marks, known.sufficient());
            always.add(filter);
            return;
        }
        Mark[] access = marks[rarest];
        marks[rarest] = marks[0];
        marks[0] = access;
        filter.require(marks, known.sufficient());
        for (Mark mark : access) {
            mark.file(filter);
        }
    }

    void remove(SharedFilter filter) {
        always.remove(filter);
        for (Mark mark : filter.access()) {
            mark.unfile(filter);
        }
        for (Requirement requirement : filter.filter().requirements().all()) {
            requirement.anyOf().forEach(trait -> branch(trait).change(trait, Mark::unused));
        }
    }

    /** Whether nothing is left of all that was added. */
    boolean isEmpty() {
        return roots.values().stream().allMatch(Branch::isBare) && always.isEmpty();
    }

    /** All filters that may match this event: all that do, and some that do not. */
    Collection<SharedFilter> candidates(EventFacts event) {
        Set<Mark> found = new HashSet<>();
        roots.get(Place.Root.ATTRIBUTES).survey(List.of(event.texts()), found);
        roots.get(Place.Root.DOCUMENT).survey(List.of(event.document().root()), found);
        Set<SharedFilter> candidates = new HashSet<>();
        always.forEach(candidates::add);
        for (Mark mark : found) {
            mark.forEachFiled(filter -> {
                if (filter.isPossible(found)) {
                    candidates.add(filter);
                }
            });
        }
        return candidates;
    }

    private Branch branch(Trait trait) {
        return roots.get(trait.place().root());
    }

    private Mark mark(Trait trait) {
        Mark[] mark = new Mark[1];
        branch(trait).change(trait, before -> mark[0] = Mark.used(before));
        return mark[0];
    }

    private static long commonness(List<Trait> traits, Mark[] marks) {
        long commonness = 0;
        for (int i = 0; i < marks.length; i++) {
            commonness += marks[i].uses() + HANDICAP[traits.get(i).vagueness()];
        }
        return commonness;
    }
}
