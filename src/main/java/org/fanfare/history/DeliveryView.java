package org.fanfare.history;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fanfare.delivery.Attempt;
import org.fanfare.delivery.Delivery;
import org.fanfare.wire.WireTime;

/**
 * A delivery and its attempts.
 *
 * @param deadLetterOf the delivery whose failure this one tells the dead-letter target; else left out
 * @param reason why it stands where it stands
 * @param waitingSince since when it waits for room, or for earlier ones with its key; left out if it does not
 * @param dueAt when it is due again; left out once settled, and while it waits
 * @param policy what the policy said last, where it kept the delivery from being attempted; else left out
 */
public record DeliveryView(
        UUID id,
        UUID event,
        UUID subscription,
        String owner,
        UUID deadLetterOf,
        String state,
        String reason,
        String createdAt,
        String waitingSince,
        String dueAt,
        String settledAt,
        PolicyView policy,
        List<AttemptView> attempts) {

    /** @param attempts of all these deliveries */
    public static List<DeliveryView> of(List<Delivery> deliveries, Collection<Attempt> attempts) {
        Map<UUID, List<AttemptView>> byDelivery = attempts.stream()
                .collect(Collectors.groupingBy(
                        Attempt::deliveryId, Collectors.mapping(AttemptView::of, Collectors.toList())));
        return deliveries.stream()
                .map(delivery -> of(delivery, byDelivery.getOrDefault(delivery.id(), List.of())))
                .toList();
    }

    private static DeliveryView of(Delivery delivery, List<AttemptView> attempts) {
        return new DeliveryView(
                delivery.id(),
                delivery.eventId(),
                delivery.subscriptionId(),
                delivery.owner().name(),
                delivery.deadLetterOf().orElse(null),
                delivery.state().wireName(),
                delivery.reason().orElse(null),
                WireTime.write(delivery.createdAt()),
                delivery.waitingSince().map(WireTime::write).orElse(null),
                delivery.dueAt()
                        .filter(due -> delivery.waitingSince().isEmpty())
                        .map(WireTime::write)
                        .orElse(null),
                delivery.settledAt().map(WireTime::write).orElse(null),
                delivery.policy().map(PolicyView::of).orElse(null),
                attempts);
    }
}
