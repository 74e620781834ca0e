package org.fanfare.history;

import java.util.List;
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
     * @param deliveries those of the event to him; of an operator, any
     */
    public static Sight of(Event event, String name, boolean isOperator, List<Delivery> deliveries) {
        if (isOperator) {
            return ALL;
        }
        if (event.audience().isPresent()) {
            return event.audience().filter(name::equals).isPresent() ? ALL : NOTHING;
        }
        if (event.submittedBy().equals(name)) {
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
