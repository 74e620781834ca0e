package org.fanfare.subscription;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Reach;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.tenant.TenantLimits;
import org.fanfare.tenant.TenantSettings;

/**
 * Keeps owners and tenants to so many subscriptions. Where many more may be made, they are not counted each time: a node
 * gives itself a tenth of what is left and counts again when that is used up, so that ten nodes together keep to the
 * limit. At the limit each is counted; only as many as are made in the same moment can pass it.
 */
@ApplicationScoped
public class SubscriptionCounts {

    private static final int SHARE = 10;
    private static final Duration COUNTED_FOR = Duration.ofMinutes(1);

    /** When there are so many, all are counted anew. */
    private static final int MANY = 10_000;

    private final Map<Reach, Room> rooms = new ConcurrentHashMap<>();

    /** How many more this node may make without counting, and until when. */
    private record Room(AtomicInteger left, Instant until) {

        boolean take(Instant now) {
            return now.isBefore(until) && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
        }
    }

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private TenantSettings settings;

    @Inject
    private Clock clock;

    protected SubscriptionCounts() {}

    SubscriptionCounts(Subscriptions subscriptions, TenantSettings settings, Clock clock) {
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Before one more is made: a problem, if there are as many as there may be. */
    void refuseOneTooMany(Owner owner) {
        TenantLimits limits = settings.of(owner.tenant());
        refuse(Reach.of(owner), limits.subscriptionsPerOwner(), "You have %d subscriptions, as many as there may be.");
        refuse(
                Reach.all(owner.tenant()),
                limits.subscriptions(),
                "Your tenant has %d subscriptions, as many as there may be.");
    }

    private void refuse(Reach whose, int most, String sentence) {
        Instant now = clock.instant();
        Room known = rooms.get(whose);
        if (known != null && known.take(now)) {
            return;
        }
        int count = subscriptions.count(whose, most);
        if (count >= most) {
            throw Problem.of(ProblemType.CONFLICT, sentence.formatted(most) + " Delete one, or ask for more.");
        }
        if (rooms.size() >= MANY) {
            rooms.clear();
        }
        // The one that is about to be made is of the share.
        int more = Math.max(0, (most - count) / SHARE - 1);
        rooms.put(whose, new Room(new AtomicInteger(more), now.plus(COUNTED_FOR)));
    }
}
