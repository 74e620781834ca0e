package org.fanfare.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Claims that were made on this node and whose nudges are on their way, so that the worker that gets one need not read
 * the row again. Nothing depends on them: a worker without one reads the row. Using one is as safe as the row itself,
 * for nobody else may claim the delivery before the lease ends, and the record is fenced in any case.
 *
 * <p>Thread-safe. The oldest are forgotten first.
 */
final class FreshClaims {

    private static final int MOST = 20_000;

    private final Map<UUID, Claim> claims = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Claim> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(Claim claim) {
        claims.put(claim.deliveryId(), claim);
    }

    /** To which subscriptions those of the deliveries go whose claims are here. */
    synchronized Set<UUID> subscriptions(Collection<UUID> deliveryIds) {
        return deliveryIds.stream()
                .map(claims::get)
                .filter(Objects::nonNull)
                .map(Claim::subscriptionId)
                .collect(Collectors.toSet());
    }

    /** The claim that the nudge is about, once, if its lease lasts until {@code workEnd}. */
    synchronized Optional<Claim> take(Nudge nudge, Instant workEnd) {
        Claim fresh = claims.remove(nudge.deliveryId());
        boolean isGood = fresh != null
                && fresh.version() == nudge.version()
                && fresh.leaseEnd().isAfter(workEnd);
        return isGood ? Optional.of(fresh) : Optional.empty();
    }
}
