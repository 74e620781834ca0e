package org.fanfare.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fanfare.event.CloudEventReader;
import org.fanfare.event.EventLog;
import org.fanfare.event.Reading;
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

    private EventLog events;
    private Deliveries deliveries;
    private HeldDeliveries held;
    private AttemptRing ring;
    private DeliveryRows rows;
    private UUID subscription;

    @Deployment
    static WebArchive archive() {
        return Product.with(KeptDeliveriesIT.class, DeliveryRows.class);
    }

    @BeforeEach
    void findBeans() {
        events = CDI.current().select(EventLog.class).get();
        deliveries = CDI.current().select(Deliveries.class).get();
        held = CDI.current().select(HeldDeliveries.class).get();
        ring = CDI.current().select(AttemptRing.class).get();
        rows = CDI.current().select(DeliveryRows.class).get();
        subscription = rows.subscribe();
    }

    @Test
    void whatIsHeldForASubscriptionThatTurnsOutToBeEnabledIsOwedAgain() {
        UUID event = accept();
        UUID id = rows.hold(event, subscription);
        rows.hold(accept(), subscription);
        assertThat(held.count(subscription, 10)).isEqualTo(2);
        assertThat(held.count(subscription, 1)).isEqualTo(1);

        List<Nudge> nudges = held.release(event, List.of(subscription));

        assertThat(nudges).extracting(Nudge::deliveryId).containsExactly(id);
        assertThat(held.release(event, List.of(subscription))).isEmpty();
        assertThat(held.count(subscription, 10)).isEqualTo(1);
        assertThat(rows.find(id).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(rows.find(id).reason()).isEmpty();
        assertThat(rows.find(id).dueAt()).isPresent();
        assertThat(deliveries.take(nudges.get(0))).isPresent();
    }

    @Test
    void ofTheNewestSettledDeliveriesTheAttemptsAreKeptInFullAndOfOlderOnesWhatTheyCameTo() {
        List<UUID> settled = IntStream.range(0, 7)
                .mapToObj(i -> rows.attempted(accept(), subscription, i != 1))
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
        return deliveries.attemptsOf(List.of(delivery)).get(0);
    }

    private UUID accept() {
        String body =
                "{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"/it\",\"id\":\"" + UUID.randomUUID() + "\"}";
        Reading reading =
                CloudEventReader.read("application/cloudevents+json", Map.of(), body.getBytes(StandardCharsets.UTF_8));
        return events.accept(((Reading.Read) reading).events(), "it").get(0).id();
    }
}
