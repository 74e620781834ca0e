package org.fanfare.delivery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Nudges what is due: retries whose time has come, and deliveries whose nudge or worker was lost. Several nodes may run
 * it at once: a delivery is claimed for one of them.
 */
@ApplicationScoped
public class DueDeliveries {

    private static final int AT_ONCE = 500;

    @EJB
    private Deliveries deliveries;

    @Inject
    private DeliveryQueue queue;

    /** Nudges what is due now, as far as the workers keep up. Run it about once a second. */
    public void nudge() {
        List<Nudge> nudges;
        do {
            nudges = queue.isBusy() ? List.of() : deliveries.claimDue(AT_ONCE);
            queue.send(nudges);
        } while (nudges.size() == AT_ONCE);
    }
}
