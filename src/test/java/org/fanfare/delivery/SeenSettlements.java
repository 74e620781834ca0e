package org.fanfare.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What an observer is told. */
@ApplicationScoped
public class SeenSettlements {

    private static final Queue<DeliverySettled> SEEN = new ConcurrentLinkedQueue<>();

    void onSettled(@Observes DeliverySettled settled) {
        SEEN.add(settled);
    }

    static List<DeliverySettled> of(UUID deliveryId) {
        return SEEN.stream()
                .filter(seen -> seen.deliveryId().equals(deliveryId))
                .toList();
    }
}
