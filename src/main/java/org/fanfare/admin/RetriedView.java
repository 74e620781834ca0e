package org.fanfare.admin;

import java.util.Optional;
import java.util.UUID;
import org.fanfare.routing.Rerouted;

/**
 * What dispatching an event again came to.
 *
 * @param result {@code dispatched}, {@code unknown}, or {@code not-yet} where its first dispatch is still to come
 * @param opened deliveries to subscriptions that it was not owed to before
 * @param reopened deliveries that are made anew
 * @param pending deliveries that are under way already
 */
public record RetriedView(UUID event, String result, int opened, int reopened, int pending) {

    static RetriedView of(UUID event, Optional<Rerouted> done) {
        return done.map(rerouted -> new RetriedView(
                        event,
                        rerouted.isRouted() ? "dispatched" : "not-yet",
                        rerouted.opened(),
                        rerouted.reopened(),
                        rerouted.pending()))
                .orElseGet(() -> new RetriedView(event, "unknown", 0, 0, 0));
    }
}
