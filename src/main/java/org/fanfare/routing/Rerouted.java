package org.fanfare.routing;

import java.util.List;
import org.fanfare.delivery.Nudge;

/**
 * What routing an event once more came to.
 *
 * @param isRouted whether it had been routed before; if not, routing it is still to come, and nothing was done
 * @param opened deliveries to subscriptions that it was not owed to before
 * @param reopened deliveries that had been settled, and are made anew
 * @param pending deliveries that are under way already
 * @param nudges to be sent after the commit
 */
public record Rerouted(boolean isRouted, int opened, int reopened, int pending, List<Nudge> nudges) {

    static Rerouted notYet() {
        return new Rerouted(false, 0, 0, 0, List.of());
    }
}
