package org.fanfare.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.testing.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is kept: deliveries that are held, and the attempts of those that are settled. */
@ExtendWith(ArquillianExtension.class)
class KeptDeliveriesIT {

    private Deliveries deliveries;
    private HeldDeliveries held;
    private DeliveryArchive archive;
    private Rounds rounds;
    private AttemptRing ring;
    private DeliveryRows rows;
    private UUID subscription;

    @Deployment
    static WebArchive archive() {
        return Product.with(KeptDeliveriesIT.class, DeliveryRows.class, SeenSettlements.class);
    }

    @BeforeEach
    void findBeans() {
        deliveries = CDI.current().select(Deliveries.class).get();
        held = CDI.current().select(HeldDeliveries.class).get();
        archive = CDI.current().select(DeliveryArchive.class).get();
        rounds = CDI.current().select(Rounds.class).get();
        ring = CDI.current().select(AttemptRing.class).get();
        rows = CDI.current().select(DeliveryRows.class).get();
        subscription = rows.subscribe();
    }

    @Test
    void whatIsReleasedIsOwedAgainInParts() {
        List<UUID> kept = some(3);
        assertThat(held.count(subscription, 10)).isEqualTo(3);
        assertThat(held.count(subscription, 2)).isEqualTo(2);

        List<Nudge> first = release(2);
        List<Nudge> second = release(2);

        assertThat(first).extracting(Nudge::deliveryId).containsExactly(kept.get(0), kept.get(1));
        assertThat(second).extracting(Nudge::deliveryId).containsExactly(kept.get(2));
        assertThat(release(2)).isEmpty();
        Delivery released = rows.find(kept.get(0));
        assertThat(released.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(released.reason()).isEmpty();
        assertThat(released.dueAt()).isPresent();
        assertThat(deliveries.take(first.get(0))).isPresent();
    }

    /** As a step of a job does it. */
    private List<Nudge> release(int most) {
        return archive.next(DeliverySelection.held(subscription), null, most).stream()
                .flatMap(delivery -> rounds.reopen(delivery).stream())
                .toList();
    }

    private long drop(int most) {
        return archive.next(DeliverySelection.held(subscription), null, most).stream()
                .filter(delivery -> rounds.drop(delivery, "dropped while it was held"))
                .count();
    }

    @Test
    void whatIsDroppedIsCancelledOnceAndObserversAreTold() {
        List<UUID> kept = some(3);

        assertThat(drop(2)).isEqualTo(2);
        assertThat(drop(2)).isEqualTo(1);
        assertThat(drop(2)).isZero();

        assertThat(kept).allSatisfy(id -> {
            assertThat(rows.find(id).state()).isEqualTo(DeliveryState.CANCELLED);
            assertThat(rows.find(id).reason()).contains("dropped while it was held");
            assertThat(rows.find(id).settledAt()).isPresent();
            assertThat(SeenSettlements.of(id))
                    .extracting(DeliverySettled::state)
                    .containsExactly(DeliveryState.CANCELLED);
        });
    }

    @Test
    void ofTheNewestSettledDeliveriesTheAttemptsAreKeptInFullAndOfOlderOnesWhatTheyCameTo() {
        List<UUID> settled = IntStream.range(0, 7)
                .mapToObj(i -> rows.attempted(rows.accept(), subscription, i != 1))
                .toList();
        UUID owed = settled.get(1);
        assertThat(ring.end(subscription, 6)).isEmpty();

        UUID end = ring.end(subscription, 3).orElseThrow();
        assertThat(ring.thinUpTo(subscription, end, 2)).isEqualTo(2);
        assertThat(ring.thinUpTo(subscription, end, 2)).isEqualTo(2);
        assertThat(ring.thinUpTo(subscription, end, 2)).isZero();

        assertThat(full(settled)).containsExactly(owed, settled.get(4), settled.get(5), settled.get(6));
        Attempt thinned = attempt(settled.get(0));
        assertThat(thinned.responseStatus()).contains(204);
        assertThat(thinned.requestHeaders()).isEmpty();

        rows.settle(owed);
        ring.thin(List.of(owed));
        assertThat(full(settled)).doesNotContain(owed);
    }

    private List<UUID> full(List<UUID> ids) {
        return ids.stream().filter(id -> attempt(id).responseBody().isPresent()).toList();
    }

    private Attempt attempt(UUID delivery) {
        return archive.attemptsOf(List.of(delivery)).get(0);
    }

    private List<UUID> some(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> rows.hold(rows.accept(), subscription))
                .toList();
    }
}
