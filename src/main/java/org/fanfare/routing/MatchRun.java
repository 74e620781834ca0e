package org.fanfare.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.fanfare.caller.Owner;
import org.fanfare.delivery.Owed;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.Verdict;
import org.fanfare.jsonpath.Budget;

/**
 * One event put to the candidates. Each first gets a budget that grows with the event and is enough for nearly all; those
 * that outrun it come again at the end, with a larger one, and share what an event may cost beyond that. So costly filters
 * can only take from each other.
 */
final class MatchRun {

    /** A filter that broke down, and who had it then. */
    private record Breakdown(SharedFilter filter, List<Owed> subscriptions, String sentence) {}

    private final EventFacts event;
    private final Predicate<Owner> audience;
    private final MatchingSettings settings;
    private final Map<UUID, Owed> owed = new LinkedHashMap<>();
    private final List<SharedFilter> costly = new ArrayList<>();
    private final List<SharedFilter> sound = new ArrayList<>();
    private final List<Breakdown> broken = new ArrayList<>();

    MatchRun(EventFacts event, Predicate<Owner> audience, MatchingSettings settings) {
        this.event = event;
        this.audience = audience;
        this.settings = settings;
    }

    /** Tests those that are not decided, and notes whose they are as of now. */
    MatchRun putTo(Candidates candidates) {
        if (event.document().isTooDeep()) {
            test(candidates.certain());
        } else {
            candidates.certain().forEach(this::accept);
        }
        test(candidates.possible());
        testCostly();
        return this;
    }

    private void test(List<SharedFilter> candidates) {
        for (SharedFilter candidate : candidates) {
            if (!candidate.subscribers().anyMatch(this::mayKnow)) {
                continue;
            }
            Budget budget = settings.linear(event.document());
            Verdict verdict = candidate.filter().test(event, budget);
            if (budget.isOutrun()) {
                costly.add(candidate);
            } else {
                take(candidate, verdict);
            }
        }
    }

    /** Those that have broken down before come last. */
    private void testCostly() {
        costly.sort(Comparator.comparingInt(SharedFilter::faultsInRow));
        long left = settings.stepsPerEvent();
        for (SharedFilter filter : costly) {
            long steps = settings.most(event.document());
            Budget budget = new Budget(Math.min(left, steps), Budget.RESULTS);
            Verdict verdict = filter.filter().test(event, budget);
            take(filter, budget.isOutrun() && left < steps ? tooLate() : verdict);
            left -= budget.spent();
        }
    }

    private Verdict tooLate() {
        return new Verdict.Broken(
                "All filters together may take %d steps more on one event than each is granted; this one is costly, and there were not enough steps left for it."
                        .formatted(settings.stepsPerEvent()));
    }

    private void take(SharedFilter filter, Verdict verdict) {
        if (verdict instanceof Verdict.Broken fault) {
            List<Owed> readers = new ArrayList<>();
            forEachReader(filter, readers::add);
            broken.add(new Breakdown(filter, readers, fault.sentence()));
            return;
        }
        sound.add(filter);
        if (verdict.isMatch()) {
            accept(filter);
        }
    }

    private void accept(SharedFilter filter) {
        forEachReader(filter, one -> owed.put(one.subscriptionId(), one));
    }

    private void forEachReader(SharedFilter filter, Consumer<Owed> action) {
        filter.subscribers().forEach(one -> {
            if (mayKnow(one)) {
                action.accept(one);
            }
        });
    }

    private boolean mayKnow(Owed subscriber) {
        return audience.test(subscriber.owner());
    }

    /** What came of it; to be asked once, for now the breakdowns are counted. */
    Matching conclude() {
        sound.forEach(SharedFilter::endFaults);
        List<Matching.Broken> faults = new ArrayList<>();
        for (Breakdown breakdown : broken) {
            int inRow = breakdown.filter().countFault();
            breakdown
                    .subscriptions()
                    .forEach(one -> faults.add(new Matching.Broken(one.subscriptionId(), breakdown.sentence(), inRow)));
        }
        return new Matching(List.copyOf(owed.values()), faults);
    }
}
