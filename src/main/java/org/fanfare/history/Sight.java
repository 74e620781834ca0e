package org.fanfare.history;

import java.util.List;
import org.fanfare.caller.Reach;
import org.fanfare.delivery.Delivery;
import org.fanfare.event.Event;
import org.fanfare.outcome.DeliveryState;

/** How much of an event somebody may see, as far as it can be told without asking the policy. */
public enum Sight {
    /** Not even that there is such an event. */
    NOTHING,
    /** That the policy denied it to him. */
    DENIAL,
    /** That there is such an event, who it is from and of what type; it is owed to him, or would have been. */
    OUTLINE,
    /** All of it: he has it already, or sees everything. */
    ALL;

    /**
     * Of an event of Fanfare's own its audience sees all and everybody else nothing, whatever his name.
     *
     * @param whose what he may see by who he is
     * @param deliveries those of the event that he may see
     */
    public static Sight of(Event event, Reach whose, List<Delivery> deliveries) {
        if (!whose.tenant().equals(event.tenant())) {
            return NOTHING;
        }
        if (whose.isAll()) {
            return ALL;
        }
        if (event.audience().isPresent()) {
            return event.audience().filter(whose::covers).isPresent() ? ALL : NOTHING;
        }
        if (whose.covers(event.submittedBy())) {
            return ALL;
        }
        return deliveries.stream().map(Sight::of).max(Sight::compareTo).orElse(NOTHING);
    }

    private static Sight of(Delivery delivery) {
        return delivery.isConcealed() ? DENIAL : delivery.state() == DeliveryState.DELIVERED ? ALL : OUTLINE;
    }

    public boolean isAtLeast(Sight other) {
        return compareTo(other) >= 0;
    }
}
