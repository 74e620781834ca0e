package org.fanfare.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which deliveries were settled on this node since somebody last asked. What a crash forgets here, or what is too much, costs
 * nothing but room in the database, until the retention ends; one whose record was undone in the end is one look too many.
 */
@ApplicationScoped
public class SettledLately {

    private static final int MOST = 100_000;

    private Map<UUID, List<UUID>> settled = new HashMap<>();
    private int size;

    void onSettled(@Observes DeliverySettled delivery) {
        add(delivery.subscriptionId(), delivery.deliveryId());
    }

    private synchronized void add(UUID subscriptionId, UUID deliveryId) {
        List<UUID> known = settled.computeIfAbsent(subscriptionId, id -> new ArrayList<>());
        if (size < MOST) {
            known.add(deliveryId);
            size++;
        }
    }

    /** The deliveries by subscription; they are forgotten here. */
    synchronized Map<UUID, List<UUID>> take() {
        Map<UUID, List<UUID>> taken = settled;
        settled = new HashMap<>();
        size = 0;
        return taken;
    }
}
