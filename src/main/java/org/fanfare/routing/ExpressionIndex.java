package org.fanfare.routing;

import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fanfare.trait.Requirement;
import org.fanfare.trait.Trait;

/**
 * Finds the few expressions that an event may match. Each is filed under that of its requirements that the fewest others
 * share, and is looked at only if an event meets it; an expression that requires nothing that could be looked up is
 * always a candidate.
 *
 * <p>One thread at a time may change it, while any number look for candidates and never wait. An expression that was
 * added before a search began and is not removed before it ends is found.
 */
final class ExpressionIndex {

    /** How many expressions may share an equality before a trait of the next kinds is thought to be rarer. */
    private static final int[] HANDICAP = {0, 1, 100, 1000};

    private final Branch root = new Branch();
    private final SmallSet<SharedExpression> always = new SmallSet<>();

    void add(SharedExpression expression) {
        List<Requirement> requirements = expression.path().requirements().all();
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
            always.add(expression);
            return;
        }
        Mark[] access = marks[rarest];
        marks[rarest] = marks[0];
        marks[0] = access;
        expression.require(marks);
        for (Mark mark : access) {
            mark.file(expression);
        }
    }

    void remove(SharedExpression expression) {
        always.remove(expression);
        for (Mark mark : expression.access()) {
            mark.unfile(expression);
        }
        for (Requirement requirement : expression.path().requirements().all()) {
            requirement.anyOf().forEach(trait -> root.change(trait, Mark::unused));
        }
    }

    /** Whether nothing is left of all that was added. */
    boolean isEmpty() {
        return root.isBare() && always.isEmpty();
    }

    /** All expressions that may match this document: all that do, and some that do not. */
    Collection<SharedExpression> candidates(JsonValue document) {
        Set<Mark> found = new HashSet<>();
        root.survey(List.of(document), found);
        Set<SharedExpression> candidates = new HashSet<>();
        always.forEach(candidates::add);
        for (Mark mark : found) {
            mark.forEachFiled(expression -> {
                if (expression.isPossible(found)) {
                    candidates.add(expression);
                }
            });
        }
        return candidates;
    }

    private Mark mark(Trait trait) {
        Mark[] mark = new Mark[1];
        root.change(trait, before -> mark[0] = Mark.used(before));
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
