package org.fanfare.routing;

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
 * Many filters, each filed under that of its requirements that the fewest others share, and looked at only if an event
 * meets it and all the others.
 *
 * <p>Threads as in {@link FilterIndex}.
 */
final class RequirementIndex {

    /** How many filters may share an equality before a trait of the next kinds is thought to be rarer. */
    private static final int[] HANDICAP = {0, 1, 100, 1000};

    private final Map<Place.Root, Branch> roots = Branch.ofAllRoots();

    /** Adds a filter with what it requires, which must be something. */
    void add(SharedFilter filter, Requirements known) {
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
        Mark[] access = marks[rarest];
        marks[rarest] = marks[0];
        marks[0] = access;
        filter.require(marks, known.sufficient());
        for (Mark mark : access) {
            mark.file(filter);
        }
    }

    void remove(SharedFilter filter, Requirements known) {
        for (Mark mark : filter.access()) {
            mark.unfile(filter);
        }
        for (Requirement requirement : known.all()) {
            requirement.anyOf().forEach(trait -> branch(trait).change(trait, Mark::unused));
        }
    }

    boolean isEmpty() {
        return roots.values().stream().allMatch(Branch::isBare);
    }

    /** Adds what may match the event. */
    void search(EventFacts event, Candidates into) {
        Set<Mark> found = new HashSet<>();
        Branch.survey(roots, event, found);
        for (Mark mark : found) {
            mark.forEachFiled(filter -> {
                if (filter.isPossible(found)) {
                    take(filter, into);
                }
            });
        }
    }

    private static void take(SharedFilter filter, Candidates into) {
        if (filter.access().length == 1) {
            into.add(filter, filter.isDecided());
        } else {
            into.addOnce(filter, filter.isDecided());
        }
    }

    private Branch branch(Trait trait) {
        return roots.get(trait.place().root());
    }

    private Mark mark(Trait trait) {
        Mark[] mark = new Mark[1];
        branch(trait).change(trait, before -> {
            mark[0] = before == null ? new Mark() : before;
            return mark[0].used();
        });
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
