package org.fanfare.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.event.EventLog;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Outcome;
import org.fanfare.testing.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What those who wait in the database are promised, on a real one inside the real server. */
@ExtendWith(ArquillianExtension.class)
class BacklogIT {

    private EventLog events;
    private Deliveries deliveries;
    private Backlog backlog;
    private DeliveryRows rows;
    private UUID subscription;

    @Deployment
    static WebArchive archive() {
        return Product.with(BacklogIT.class, DeliveryRows.class);
    }

    @BeforeEach
    void findBeans() {
        events = CDI.current().select(EventLog.class).get();
        deliveries = CDI.current().select(Deliveries.class).get();
        backlog = CDI.current().select(Backlog.class).get();
        rows = CDI.current().select(DeliveryRows.class).get();
        subscription = rows.subscribe();
        // It would bring back what the tests put there.
        CDI.current().select(WaitingRoom.class).get().close();
    }

    @Test
    void whatWaitsIsNotDueAndUsesUpNothing() {
        Nudge nudge = open(null);
        Claim claim = deliveries.take(nudge).orElseThrow();

        assertThat(backlog.keep(claim, "no room")).isTrue();

        Delivery waiting = rows.find(nudge);
        assertThat(waiting.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(waiting.reason()).contains("no room");
        assertThat(waiting.waitingSince()).isPresent();
        assertThat(waiting.attempts()).isZero();
        assertThat(waiting.postponements()).isZero();
        assertThat(waiting.dueAt())
                .hasValueSatisfying(due -> assertThat(due).isAfter(Instant.now().plus(Duration.ofHours(20))));
        assertThat(deliveries.take(nudge)).as("the nudge is out of date").isEmpty();
    }

    @Test
    void whoLostTheClaimCannotLetItWait() {
        Claim claim = deliveries.take(open(null)).orElseThrow();
        deliveries.record(Work.none(claim, new Outcome.Settled(DeliveryState.DELIVERED, "fine")));

        assertThat(backlog.keep(claim, "no room")).isFalse();
    }

    @Test
    void theOldestAreTakenFirstAndOnce() {
        List<Claim> kept = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Claim claim = deliveries.take(open(null)).orElseThrow();
            backlog.keep(claim, "no room");
            kept.add(claim);
        }
        assertThat(backlog.count()).isGreaterThanOrEqualTo(5);

        assertThat(backlog.claim(subscription, 3))
                .extracting(Claim::deliveryId)
                .containsExactlyElementsOf(
                        kept.subList(0, 3).stream().map(Claim::deliveryId).toList());
        List<Claim> rest = backlog.claim(subscription, 10);
        assertThat(rest).hasSize(2);
        assertThat(backlog.claim(subscription, 10)).isEmpty();
        assertThat(deliveries.record(Work.none(rest.get(0), new Outcome.Settled(DeliveryState.DELIVERED, "fine"))))
                .as("the claim holds")
                .isTrue();
    }

    @Test
    void subscriptionsForWhichSomeWaitAreFoundOneAfterTheOther() {
        UUID other = rows.subscribe();
        keepOne(subscription);
        keepOne(other);
        Claim inOrder = deliveries
                .take(rows.open(rows.accept(), new Owed(subscription, Owner.named("o"), null, "k", null)))
                .orElseThrow();
        backlog.keepInOrder(inOrder);

        List<UUID> found = new ArrayList<>();
        Optional<UUID> next = backlog.subscriptionAfter(null);
        while (next.isPresent()) {
            found.add(next.get());
            next = backlog.subscriptionAfter(next.get());
        }

        assertThat(found).contains(subscription, other).doesNotHaveDuplicates();
    }

    @Test
    void withOneKeyTheFirstHasItsTurnAndThenTheNext() {
        Nudge first = open("k");
        Nudge second = open("k");
        Nudge other = open("l");
        Claim one = deliveries.take(first).orElseThrow();
        Claim two = deliveries.take(second).orElseThrow();
        assertThat(backlog.isItsTurn(one)).isTrue();
        assertThat(backlog.isItsTurn(two)).isFalse();
        assertThat(backlog.isItsTurn(deliveries.take(other).orElseThrow())).isTrue();
        backlog.keepInOrder(two);
        assertThat(backlog.claim(subscription, 10))
                .as("waits for its turn, not for room")
                .isEmpty();

        deliveries.record(
                Work.none(one, new Outcome.Retry("no luck", Instant.now().plusSeconds(3600))));
        assertThat(backlog.claimNext(subscription, "k"))
                .as("a failing one holds back its key")
                .isEmpty();
        Claim again = deliveries.take(rows.endLeaseAndClaim(first)).orElseThrow();
        deliveries.record(Work.none(again, new Outcome.Settled(DeliveryState.FAILED, "given up")));

        assertThat(backlog.claimNext(subscription, "k")).map(Claim::deliveryId).contains(second.deliveryId());
        assertThat(backlog.claimNext(subscription, "k")).as("it is on its way").isEmpty();
    }

    @Test
    void whatIsOwedNoMoreOnlyCeasesToWait() {
        Claim claim = deliveries.take(open(null)).orElseThrow();
        backlog.keep(claim, "no room");
        rows.cancel(claim.deliveryId());

        assertThat(backlog.claim(subscription, 10)).isEmpty();
        assertThat(rows.find(new Nudge(claim.deliveryId(), 0)).state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(rows.find(new Nudge(claim.deliveryId(), 0)).waitingSince()).isEmpty();
    }

    @Test
    void whatWaitsKeepsItsEventFromBeingPurged() {
        UUID old = rows.age(rows.accept());
        Nudge nudge = rows.open(old, new Owed(subscription, Owner.named("o")));
        backlog.keep(deliveries.take(nudge).orElseThrow(), "no room");

        events.purge(500);

        assertThat(events.find(old)).isPresent();
    }

    private void keepOne(UUID of) {
        backlog.keep(
                deliveries
                        .take(rows.open(rows.accept(), new Owed(of, Owner.named("o"))))
                        .orElseThrow(),
                "no room");
    }

    private Nudge open(String key) {
        return rows.open(rows.accept(), new Owed(subscription, Owner.named("o"), null, key, null));
    }
}
