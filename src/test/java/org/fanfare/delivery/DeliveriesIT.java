package org.fanfare.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.fanfare.delivery.DeliveryRows.posting;

import jakarta.ejb.EJBException;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fanfare.caller.Owner;
import org.fanfare.database.Outage;
import org.fanfare.event.Accepted;
import org.fanfare.event.EventArchive;
import org.fanfare.event.EventLog;
import org.fanfare.event.EventRemoval;
import org.fanfare.event.Posting;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Outcome;
import org.fanfare.routing.EventQueue;
import org.fanfare.testing.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the stores promise, on a real database inside the real server. */
@ExtendWith(ArquillianExtension.class)
class DeliveriesIT {

    private EventLog events;
    private Deliveries deliveries;
    private DeliveryRows rows;

    @Deployment
    static WebArchive archive() {
        return Product.with(DeliveriesIT.class, DeliveryRows.class, SeenSettlements.class);
    }

    @BeforeEach
    void findBeans() {
        events = CDI.current().select(EventLog.class).get();
        deliveries = CDI.current().select(Deliveries.class).get();
        rows = CDI.current().select(DeliveryRows.class).get();
    }

    @Test
    void anEventIsAcceptedOnceHoweverManySendItAtTheSameTime() throws Exception {
        String id = UUID.randomUUID().toString();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            Callable<UUID> send = () -> acceptPatiently(id);
            Set<UUID> answers = senders
                    .invokeAll(IntStream.range(0, 16).mapToObj(i -> send).toList())
                    .stream()
                    .map(DeliveriesIT::get)
                    .collect(Collectors.toSet());

            assertThat(answers).hasSize(1);
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void postingsThatShareACommitGetTheirOwnAnswersAndTheSameEventIsNewOnce() {
        String shared = UUID.randomUUID().toString();
        Accepted before = events.accept(List.of(posting("it", shared))).get(0).get(0);
        assertThat(events.accept(List.of(posting("it", shared))).get(0))
                .containsExactly(new Accepted(before.id(), false));
        String fresh = UUID.randomUUID().toString();
        String own = UUID.randomUUID().toString();

        List<List<Accepted>> accepted =
                events.accept(List.of(posting("it", own, shared), posting("it"), posting("other", fresh, own, fresh)));

        assertThat(accepted).extracting(List::size).containsExactly(2, 0, 3);
        Accepted first = accepted.get(0).get(0);
        assertThat(first.isNew()).isTrue();
        assertThat(accepted.get(0).get(1)).isEqualTo(new Accepted(before.id(), false));
        assertThat(accepted.get(2).get(0).isNew()).isTrue();
        assertThat(accepted.get(2).get(1)).isEqualTo(new Accepted(first.id(), false));
        assertThat(accepted.get(2).get(2))
                .isEqualTo(new Accepted(accepted.get(2).get(0).id(), false));
        assertThat(rows.markRouted(first.id())).isTrue();
    }

    @Test
    void ofPostingsThatShareACommitNothingIsStoredIfOneFails() {
        String good = UUID.randomUUID().toString();
        Posting bad = posting("x".repeat(300), UUID.randomUUID().toString());

        assertThatThrownBy(() -> events.accept(List.of(posting("it", good), bad)))
                .isInstanceOf(EJBException.class)
                .satisfies(failed -> assertThat(Outage.isBehind(failed)).isFalse());

        assertThat(events.accept(List.of(posting("it", good))).get(0).get(0).isNew())
                .isTrue();
    }

    @Test
    void anEventIsMarkedAsRoutedOnce() {
        UUID event = rows.accept();

        assertThat(rows.markRouted(event)).isTrue();
        assertThat(rows.markRouted(event)).isFalse();
    }

    @Test
    void theEventsOfAMessageAreRoutedThoughOneOfThemBreaksDown() {
        List<UUID> ids = events
                .accept(List.of(posting(
                        "it",
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString())))
                .get(0)
                .stream()
                .map(Accepted::id)
                .toList();
        UUID broken = ids.get(1);
        rows.spoil(broken);
        events.forget(ids);
        EventArchive archive = CDI.current().select(EventArchive.class).get();
        try {
            CDI.current().select(EventQueue.class).get().send(ids);

            await().atMost(Duration.ofSeconds(45))
                    .until(() -> archive.routed(ids).equals(Set.of(ids.get(0), ids.get(2))));
        } finally {
            CDI.current().select(EventRemoval.class).get().these(Owner.DEFAULT_TENANT, List.of(broken), true);
        }
        assertThat(rows.markRouted(broken)).isFalse();
    }

    @Test
    void whoHasTheNudgeHoldsTheDeliveryAndAnOldNudgeIsDropped() {
        Nudge first = open();
        assertThat(deliveries.take(first)).isPresent();

        Nudge second = rows.endLeaseAndClaim(first);

        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(deliveries.take(first)).isEmpty();
        assertThat(deliveries.take(second)).isPresent();
    }

    @Test
    void aWorkerThatLostItsClaimRecordsNothing() {
        Nudge nudge = open();
        Claim slow = deliveries.take(nudge).orElseThrow();
        Claim fast = deliveries.take(rows.endLeaseAndClaim(nudge)).orElseThrow();
        Outcome delivered = new Outcome.Settled(DeliveryState.DELIVERED, "fine");

        assertThat(deliveries.record(Work.none(slow, delivered))).isFalse();
        assertThat(deliveries.record(Work.none(fast, delivered))).isTrue();
        assertThat(deliveries.record(Work.none(fast, delivered))).isFalse();
        assertThat(rows.find(nudge).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void ofTwoWorksUnderOneClaimInOneCommitTheSecondIsTooLate() {
        Claim claim = deliveries.take(open()).orElseThrow();
        Claim other = deliveries.take(open()).orElseThrow();
        Outcome delivered = new Outcome.Settled(DeliveryState.DELIVERED, "fine");

        assertThat(deliveries.recordAll(
                        List.of(Work.none(claim, delivered), Work.none(other, delivered), Work.none(claim, delivered))))
                .containsExactly(true, true, false);
    }

    @Test
    void aNudgeThatWaitedLongRenewsTheLeaseBeforeTheWork() {
        Nudge nudge = open();
        deliveries.take(nudge); // uses up what this node remembers, from here on the row is read
        rows.setDue(nudge, Instant.now().plusSeconds(1));

        Claim claim = deliveries.take(nudge).orElseThrow();

        assertThat(claim.version()).isEqualTo(nudge.version() + 1);
        assertThat(rows.find(nudge).dueAt())
                .hasValueSatisfying(end -> assertThat(end).isAfter(Instant.now().plusSeconds(30)));
    }

    @Test
    void aRetryIsDueAtItsTimeAndNotBefore() {
        Nudge nudge = open();
        Claim claim = deliveries.take(nudge).orElseThrow();

        deliveries.record(
                Work.none(claim, new Outcome.Retry("no luck", Instant.now().plus(Duration.ofHours(1)))));
        int recorded = rows.find(nudge).version();
        deliveries.claimDue(500);
        assertThat(rows.find(nudge).version()).as("nobody has claimed it").isEqualTo(recorded);

        Claim again = deliveries.take(rows.endLeaseAndClaim(nudge)).orElseThrow();
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.postponements()).isZero();
    }

    @Test
    void whatIsRecordedIsToldOnceToObserversInTheSameTransaction() {
        Nudge nudge = open();
        Claim claim = deliveries.take(nudge).orElseThrow();
        Work work = Work.none(claim, new Outcome.Settled(DeliveryState.FAILED, "no luck", true));

        deliveries.record(work);
        deliveries.record(work);

        assertThat(SeenSettlements.of(nudge.deliveryId())).singleElement().satisfies(seen -> {
            assertThat(seen.state()).isEqualTo(DeliveryState.FAILED);
            assertThat(seen.reason()).isEqualTo("no luck");
            assertThat(seen.endsSubscription()).isTrue();
        });
    }

    @Test
    void aPostponementUsesUpNoAttempt() {
        Nudge nudge = open();
        Claim claim = deliveries.take(nudge).orElseThrow();

        deliveries.record(
                Work.none(claim, new Outcome.Postponed("silence", Instant.now().plus(Duration.ofHours(1)))));

        Claim again = deliveries.take(rows.endLeaseAndClaim(nudge)).orElseThrow();
        assertThat(again.attempts()).isZero();
        assertThat(again.postponements()).isEqualTo(1);
    }

    @Test
    void anOldEventIsPurgedUnlessItOwesADelivery() {
        UUID done = rows.age(rows.accept());
        UUID owing = rows.age(rows.accept());
        Nudge owed = rows.open(owing);

        events.purge(500);

        assertThat(events.find(done)).isEmpty();
        assertThat(events.find(owing)).isPresent();
        assertThat(rows.find(owed)).isNotNull();
    }

    @Test
    void aPurgedEventIsGoneAlsoForThoseWhoLookedAtItBefore() {
        UUID old = rows.age(rows.accept());
        UUID young = rows.accept();
        assertThat(events.find(old)).isPresent();

        events.purge(500);

        assertThat(events.find(old)).isEmpty();
        assertThat(events.find(young)).isPresent();
    }

    private Nudge open() {
        return rows.open(rows.accept());
    }

    private UUID acceptPatiently(String id) {
        try {
            return rows.accept(id);
        } catch (RuntimeException lostTheRace) {
            return rows.accept(id);
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
