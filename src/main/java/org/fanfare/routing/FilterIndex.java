package org.fanfare.routing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fanfare.filter.EventFacts;
import org.fanfare.trait.Place;
import org.fanfare.trait.Requirement;
import org.fanfare.trait.Requirements;
import org.fanfare.trait.Trait;

/**
 * Finds the few filters that may match an event. What most filters require first, its type and source, is looked up in a
 * moment; so filters that require such a thing of the event itself are kept in a {@link Section} for it, and the rest of
 * the event is looked at only for the sections that it opens.
 *
 * <p>One thread at a time may change it, while any number look for candidates and never wait. A filter that was added
 * before a search began and is not removed before it ends is found.
 */
final class FilterIndex {

    private final Map<Place.Root, Branch> guards = Branch.ofAllRoots();
    private final Section unguarded = new Section();

    /** What opens a section: an event that has this trait. */
    private static final class Guard extends Mark {
        private final Section section = new Section();
    }

    void add(SharedFilter filter) {
        Requirements known = filter.filter().requirements();
        Optional<Requirement> first = guard(known);
        Section section = first.map(this::opened).orElse(unguarded);
        section.add(filter, without(first, known));
    }

    void remove(SharedFilter filter) {
        Requirements known = filter.filter().requirements();
        Optional<Requirement> first = guard(known);
        Section section = first.map(this::closed).orElse(unguarded);
        section.remove(filter, without(first, known));
    }

    /** Whether nothing is left of all that was added. */
    boolean isEmpty() {
        return guards.values().stream().allMatch(Branch::isBare) && unguarded.isEmpty();
    }

    /** All filters that may match this event: all that do, and some that do not. */
    Candidates candidates(EventFacts event) {
        Candidates candidates = new Candidates();
        Set<Mark> found = new HashSet<>();
        Branch.survey(guards, event, found);
        found.forEach(mark -> ((Guard) mark).section.search(event, candidates));
        unguarded.search(event, candidates);
        return candidates;
    }

    /** The most telling of what is required of the event itself, by one trait. */
    private static Optional<Requirement> guard(Requirements known) {
        return known.all().stream()
                .filter(requirement -> requirement.anyOf().size() == 1)
                .filter(requirement -> requirement.anyOf().get(0).isOfWholeEvent())
                .findFirst();
    }

    private static Requirements without(Optional<Requirement> guard, Requirements known) {
        List<Requirement> rest = known.all().stream()
                .filter(requirement -> guard.filter(requirement::equals).isEmpty())
                .toList();
        return new Requirements(rest, known.sufficient());
    }

    /** The section behind the guard, for one more filter. */
    private Section opened(Requirement guard) {
        Section[] section = new Section[1];
        change(guard, mark -> {
            Guard used = mark == null ? new Guard() : (Guard) mark;
            section[0] = used.section;
            return used.used();
        });
        return section[0];
    }

    /** The section behind the guard, which has one filter less and is out of reach if that was the last. */
    private Section closed(Requirement guard) {
        Section[] section = new Section[1];
        change(guard, mark -> {
            section[0] = ((Guard) mark).section;
            return mark.unused();
        });
        return section[0];
    }

    private void change(Requirement guard, UnaryOperator<Mark> change) {
        Trait trait = guard.anyOf().get(0);
        guards.get(trait.place().root()).change(trait, change);
    }
}
