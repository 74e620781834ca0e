package org.fanfare.explain;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fanfare.caller.Caller;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.event.Event;
import org.fanfare.event.EventArchive;
import org.fanfare.event.EventArchive.Entry;
import org.fanfare.event.EventArchive.Stretch;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.Trial;
import org.fanfare.filter.Verdict;
import org.fanfare.policy.PolicyAnswer;
import org.fanfare.routing.MatchingSettings;
import org.fanfare.subscription.Subscription;

/**
 * Goes back through the events to see which of them one of the caller's subscriptions would have matched. Asks the policy,
 * so it must not be called inside a transaction.
 */
@RequestScoped
public class LookBack {

    private static final int MOST_SCANNED = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** How many ids are read at once, and of how many events, and how much of them, the bodies. */
    private static final int ENTRIES_AT_ONCE = 500;

    private static final int EVENTS_AT_ONCE = 100;
    private static final long BYTES_AT_ONCE = 4L << 20;

    @EJB
    private EventArchive archive;

    @EJB
    private DeliveryArchive deliveries;

    @Inject
    private Clearance clearance;

    @Inject
    private Caller caller;

    @Inject
    private MatchingSettings matching;

    @Inject
    private ExpressionSettings expressions;

    @Inject
    private Clock clock;

    /**
     * Looks at the events of a window, the newest first, until there are no more or it is enough: so many matches as it
     * says, undecided ones included.
     */
    Scanned over(Subscription subscription, Window window) {
        int limit = window.limit();
        Trial trial = new Trial(subscription.filter(expressions.forStored()));
        Instant end = clock.instant().plus(LONGEST);
        Scanned scanned = new Scanned();
        while (!isEnough(scanned, limit, end) && !scanned.isComplete()) {
            int most = Math.min(ENTRIES_AT_ONCE, MOST_SCANNED - scanned.scanned());
            UUID from = scanned.last() == null ? window.from() : scanned.last();
            List<Entry> entries = archive.newest(new Stretch(caller.tenant(), window.least(), from), most);
            int next = 0;
            while (next < entries.size() && !isEnough(scanned, limit, end)) {
                next += look(trial, part(entries, next), scanned, limit, end);
            }
            if (next == entries.size() && entries.size() < most) {
                scanned.complete();
            }
        }
        return scanned;
    }

    /** The entries from there on whose events are to be loaded together: at least one. */
    private static List<Entry> part(List<Entry> entries, int from) {
        int to = from + 1;
        long bytes = entries.get(from).bytes();
        while (to < entries.size()
                && to - from < EVENTS_AT_ONCE
                && bytes + entries.get(to).bytes() <= BYTES_AT_ONCE) {
            bytes += entries.get(to++).bytes();
        }
        return entries.subList(from, to);
    }

    /** Looks at these events until it is enough, and tells at how many. */
    private int look(Trial trial, List<Entry> part, Scanned scanned, int limit, Instant end) {
        List<UUID> ids = part.stream().map(Entry::id).toList();
        Map<UUID, Event> events = archive.load(ids).stream().collect(Collectors.toMap(Event::id, Function.identity()));
        int looked = 0;
        while (looked < part.size() && !isEnough(scanned, limit, end)) {
            UUID id = ids.get(looked++);
            scanned.at(id);
            Event event = events.get(id);
            if (event != null && clearance.mayKnow(caller.owner(), event)) {
                take(trial, event, scanned);
            }
        }
        return looked;
    }

    /**
     * Of an event that the policy hides nothing at all is told, not even that it would have matched: with filters made up
     * for that, its content could be found out bit by bit.
     */
    private void take(Trial trial, Event event, Scanned scanned) {
        EventFacts facts = event.cloudEvent().facts();
        Verdict verdict = trial.verdict(facts, matching.full(facts.document()));
        if (verdict == Verdict.Plain.NO_MATCH) {
            return;
        }
        if (hasAlready(event)) {
            scanned.note(event, verdict);
            return;
        }
        PolicyAnswer answer = clearance.policyOfCaller(event);
        if (answer instanceof PolicyAnswer.Unavailable) {
            scanned.leaveUndecided();
        } else if (answer instanceof PolicyAnswer.Allowed) {
            scanned.note(event, verdict);
        }
    }

    private boolean hasAlready(Event event) {
        return caller.sees(event.submittedBy())
                || !deliveries.receivedBy(caller.owner(), List.of(event.id())).isEmpty();
    }

    private boolean isEnough(Scanned scanned, int limit, Instant end) {
        return scanned.found() >= limit
                || scanned.scanned() >= MOST_SCANNED
                || !clock.instant().isBefore(end);
    }
}
