package org.fanfare.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fanfare.event.EventArchive;
import org.fanfare.event.EventLog;
import org.fanfare.event.EventRemoval;
import org.fanfare.wire.TimeOrderedId;

/** Purges events on an admin's order, some at a time, for as long as a request may take. */
@ApplicationScoped
class EventPurge {

    private static final int AT_ONCE = 100;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final UUID LOWEST = new UUID(0, 0);

    @EJB
    private EventArchive archive;

    @EJB
    private EventRemoval removal;

    @EJB
    private EventLog events;

    @Inject
    private Clock clock;

    /**
     * What came of it.
     *
     * @param purged how many are gone
     * @param kept how many stay, as they are still owed to somebody
     * @param after where to go on; left out where nothing is left to look at
     */
    public record Result(int purged, int kept, UUID after) {

        private Result plus(EventRemoval.Step step, UUID goOn) {
            return new Result(purged + step.removed().size(), kept + step.kept(), goOn);
        }
    }

    /** Only events of this tenant are there for it. */
    Result carryOut(String tenant, EventOrder order) {
        return order.ids() == null ? olderThan(tenant, order) : these(tenant, order);
    }

    private Result these(String tenant, EventOrder order) {
        Result result = new Result(0, 0, null);
        for (int from = 0; from < order.ids().size(); from += AT_ONCE) {
            List<UUID> part = order.ids()
                    .subList(from, Math.min(from + AT_ONCE, order.ids().size()));
            result = result.plus(forgotten(removal.these(tenant, part, order.owed())), null);
        }
        return result;
    }

    private Result olderThan(String tenant, EventOrder order) {
        Instant end = clock.instant().plus(LONGEST);
        UUID below = TimeOrderedId.lowest(order.olderThan());
        UUID after = order.after() == null ? LOWEST : order.after();
        Result result = new Result(0, 0, null);
        do {
            List<UUID> part = archive.oldestAfter(new EventArchive.Stretch(tenant, after, below), AT_ONCE).stream()
                    .map(EventArchive.Entry::id)
                    .toList();
            boolean isLast = part.size() < AT_ONCE;
            after = isLast ? null : part.get(part.size() - 1);
            result = result.plus(forgotten(removal.these(tenant, part, order.owed())), after);
        } while (after != null && clock.instant().isBefore(end));
        return result;
    }

    private EventRemoval.Step forgotten(EventRemoval.Step step) {
        events.forget(step.removed());
        return step;
    }
}
