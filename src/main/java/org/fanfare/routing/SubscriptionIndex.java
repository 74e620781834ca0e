package org.fanfare.routing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.fanfare.caller.Owner;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.subscription.MatchedSubscriptions;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.SubscriptionChanged;
import org.fanfare.subscription.Subscriptions;

/**
 * All subscriptions that are matched, with their compiled filters, in memory: the enabled ones, and the disabled ones,
 * whose deliveries are held. It is read from the database once, follows changes
 * made on this node at their commit, and those made on others by {@link #catchUp}, which is to be run twice a second.
 */
@ApplicationScoped
public class SubscriptionIndex {

    private static final Logger LOG = System.getLogger(SubscriptionIndex.class.getName());
    private static final int AT_ONCE = 1000;

    /** Commits become visible out of order, and clocks of nodes differ: each look reaches back by this much. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    /** A commit that had to wait, for as long as statements may take and longer, is found a little later. */
    private static final Duration LONG_OVERLAP = Duration.ofMinutes(2);

    private static final int LOOKS_FOR_A_LONG_ONE = 20;

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private MatchedSubscriptions matched;

    @Inject
    private Clock clock;

    @Inject
    private MatchingSettings settings;

    @Inject
    private ExpressionSettings expressions;

    /** By tenant; a tenant without any has none. */
    private final Map<String, Filters> tenants = new ConcurrentHashMap<>();

    private volatile Instant seenUntil = Instant.EPOCH;

    private int looks;

    /** Reads all that are matched. */
    public void load() {
        Instant start = clock.instant();
        UUID last = new UUID(0, 0);
        List<Subscription> part;
        do {
            part = matched.after(last, AT_ONCE);
            part.forEach(this::put);
            last = part.isEmpty() ? last : part.get(part.size() - 1).id();
        } while (part.size() == AT_ONCE);
        seenUntil = start;
        LOG.log(Level.INFO, "subscriptions loaded count=" + size());
    }

    /** Takes in what was changed since the last look, on any node; of this one it knows already. */
    public void catchUp() {
        Instant start = clock.instant();
        Instant since = seenUntil.minus(++looks % LOOKS_FOR_A_LONG_ONE == 0 ? LONG_OVERLAP : OVERLAP);
        List<MatchedSubscriptions.Change> part;
        int offset = 0;
        do {
            part = matched.changedSince(since, offset, AT_ONCE);
            part.stream()
                    .filter(change -> !isFiled(change))
                    .flatMap(change -> subscriptions.reload(change.subscriptionId()).stream())
                    .forEach(this::follow);
            offset += part.size();
        } while (part.size() == AT_ONCE);
        seenUntil = start;
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubscriptionChanged change) {
        follow(change.subscription());
    }

    /**
     * Which subscriptions of its tenant the event concerns.
     *
     * @param audience the owners who may know of it; others' filters are not even tested
     */
    Matching match(String tenant, EventFacts event, Predicate<Owner> audience) {
        Filters filters = tenants.get(tenant);
        return filters == null ? Matching.NONE : filters.match(event, audience);
    }

    private void follow(Subscription subscription) {
        if (subscription.isMatched()) {
            put(subscription);
        } else {
            remove(subscription);
        }
    }

    /** In one step with looking whether the tenant has filters, which another thread may be about to drop. */
    private void put(Subscription subscription) {
        tenants.compute(subscription.owner().tenant(), (tenant, known) -> {
            Filters filters = known == null ? new Filters(settings, expressions) : known;
            filters.put(subscription);
            return filters;
        });
    }

    private void remove(Subscription subscription) {
        tenants.computeIfPresent(subscription.owner().tenant(), (tenant, filters) -> {
            filters.remove(subscription.id());
            return filters.isEmpty() ? null : filters;
        });
    }

    private boolean isFiled(MatchedSubscriptions.Change change) {
        Filters filters = tenants.get(change.tenant());
        return filters != null && filters.isFiled(change.subscriptionId(), change.at());
    }

    private int size() {
        return tenants.values().stream().mapToInt(Filters::size).sum();
    }
}
