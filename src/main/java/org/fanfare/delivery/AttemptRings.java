package org.fanfare.delivery;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps the attempts of each subscription's newest settled deliveries in full, and of the older ones no more than what
 * they came to: headers and bodies are removed. The deliveries themselves stay, they prove what was delivered; and so does
 * all of what is not settled.
 */
@ApplicationScoped
public class AttemptRings {

    private static final Logger LOG = System.getLogger(AttemptRings.class.getName());
    private static final int AT_ONCE = 500;

    @EJB
    private AttemptRing ring;

    @Inject
    private SettledLately lately;

    @Inject
    private Recipients recipients;

    @Inject
    private DeliverySettings settings;

    /** Goes through the subscriptions whose deliveries were settled on this node. Run it about once a minute. */
    public void thin() {
        for (Map.Entry<UUID, List<UUID>> settled : lately.take().entrySet()) {
            try {
                thin(settled.getKey(), settled.getValue());
            } catch (EJBException failed) {
                // Such as two nodes that began with the same one: then the other does it, and the rest is for this one.
                LOG.log(
                        Level.WARNING,
                        "attempts not thinned, it is done after the next delivery subscription=" + settled.getKey(),
                        failed);
            }
        }
    }

    private void thin(UUID subscriptionId, List<UUID> lateOnes) {
        int length = recipients
                .find(subscriptionId)
                .flatMap(recipient -> recipient.history().ownLength())
                .orElse(settings.history());
        UUID end = ring.end(subscriptionId, length).orElse(null);
        if (end == null) {
            return;
        }
        // Those that took long may lie where the ring has been thinned before.
        List<UUID> beyond = new ArrayList<>(lateOnes);
        beyond.removeIf(id -> id.compareTo(end) > 0);
        for (int from = 0; from < beyond.size(); from += AT_ONCE) {
            ring.thin(beyond.subList(from, Math.min(beyond.size(), from + AT_ONCE)));
        }
        while (ring.thinUpTo(subscriptionId, end, AT_ONCE) == AT_ONCE) {
            // the next part, in a transaction of its own
        }
    }
}
