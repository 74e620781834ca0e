package org.fanfare.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.traffic.TrafficLimits.ANY_RATE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.testing.MovedClock;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Duration HORIZON = Duration.ofSeconds(10);
    private static final Duration SLACK = Duration.ofSeconds(20);
    private static final Report GOOD = new Report(Health.WELL, false, null);
    private static final Report TIMEOUT = new Report(Health.ILL, true, null);
    private static final TrafficSettings SETTINGS = new TrafficSettings(
            TrafficLimits.of(2, ANY_RATE),
            TrafficLimits.of(3, ANY_RATE),
            new BreakerSettings(Duration.ofSeconds(60), 4, 0.75, Duration.ofSeconds(10), Duration.ofSeconds(40)));

    private final MovedClock clock = new MovedClock();
    private final Gate<String> gate = new Gate<>(SETTINGS, 100, HORIZON, clock);
    private final Place ann = place("ann", "http://one:80");
    private final Place bob = place("bob", "http://one:80");
    private final Place elsewhere = place("ann", "http://two:80");

    @Test
    void asManyPassAsTheSubscriptionsLimitSaysAndTheNextIsParked() {
        assertThat(enter(ann, "1")).isInstanceOf(Entry.Open.class);
        assertThat(enter(ann, "2")).isInstanceOf(Entry.Open.class);
        assertThat(enter(ann, "3")).isInstanceOf(Entry.Parked.class);
        assertThat(gate.next()).isEmpty();
        assertThat(gate.inFlight()).isEqualTo(2);
        assertThat(gate.parked()).isEqualTo(1);
    }

    @Test
    void whoeverLeavesMakesRoomForTheNextOfHisLane() {
        Pass<String> first = pass(ann, "1");
        pass(ann, "2");
        enter(ann, "3");
        enter(ann, "4");

        gate.leave(first, GOOD);

        assertThat(works()).containsExactly("3");
    }

    @Test
    void theHostHasALimitForAllItsSubscriptionsAndTheyTakeTurns() {
        Pass<String> first = pass(ann, "a1");
        Pass<String> second = pass(ann, "a2");
        Pass<String> third = pass(bob, "b1");
        for (int i = 3; i < 9; i++) {
            enter(ann, "a" + i);
        }
        enter(bob, "b2");
        enter(bob, "b3");
        assertThat(works()).isEmpty();

        List<String> order = new ArrayList<>();
        List<Pass<String>> out = new ArrayList<>(List.of(first, second, third));
        while (!out.isEmpty()) {
            end(out.remove(0), GOOD);
            for (Optional<Pass<String>> next = gate.next(); next.isPresent(); next = gate.next()) {
                order.add(next.get().work());
                out.add(next.get());
            }
        }

        assertThat(order).hasSize(8);
        assertThat(order.indexOf("b2")).isLessThan(3);
        assertThat(order.indexOf("b3")).isLessThan(5);
    }

    @Test
    void aFullHostHoldsUpNoOther() {
        pass(ann, "1");
        pass(ann, "2");
        pass(bob, "3");
        enter(bob, "4");

        assertThat(enter(elsewhere, "5")).isInstanceOf(Entry.Open.class);
    }

    @Test
    void aRateLetsTheBurstThroughAndThenOneAfterTheOther() {
        TrafficLimits slow = new TrafficLimits(8, 2, 1);
        assertThat(enter(ann, slow, "1")).isInstanceOf(Entry.Open.class);
        assertThat(enter(ann, slow, "2")).isInstanceOf(Entry.Parked.class);
        assertThat(enter(ann, slow, "3")).isInstanceOf(Entry.Parked.class);
        assertThat(works()).isEmpty();

        clock.move(Duration.ofMillis(500));
        assertThat(works()).containsExactly("2");
        clock.move(Duration.ofMillis(499));
        assertThat(works()).isEmpty();
        clock.move(Duration.ofMillis(1));
        assertThat(works()).containsExactly("3");
    }

    @Test
    void moreThanTheRateLetsThroughInTimeAreSentAway() {
        TrafficLimits slow = new TrafficLimits(8, 0.5, 1);
        enter(ann, slow, "1");
        for (int i = 0; i < 5; i++) {
            assertThat(enter(ann, slow, "parked")).isInstanceOf(Entry.Parked.class);
        }

        assertThat(enter(ann, slow, "7"))
                .isInstanceOfSatisfying(
                        Entry.Later.class, later -> assertThat(later.reason()).contains("rate limit", "0.5"));
    }

    @Test
    void whoIsParkedForTooLongIsGivenBack() {
        pass(ann, "1");
        pass(ann, "2");
        enter(ann, "3");
        clock.move(SLACK.plusMillis(1));

        assertThat(gate.overdue()).singleElement().satisfies(later -> {
            assertThat(later.ticket().work()).isEqualTo("3");
            assertThat(later.reason()).isEqualTo("2 requests to the target are under way");
        });
        assertThat(gate.parked()).isZero();
        assertThat(gate.overdue()).isEmpty();
    }

    @Test
    void timeoutsHalveALaneAndSuccessesLetItGrowAgain() {
        TrafficLimits wide = TrafficLimits.of(3, ANY_RATE);
        List<Pass<String>> passes = List.of(pass(ann, wide, "1"), pass(ann, wide, "2"), pass(ann, wide, "3"));
        passes.forEach(pass -> end(pass, TIMEOUT));

        Pass<String> only = pass(ann, wide, "4");
        assertThat(enter(ann, wide, "5")).isInstanceOf(Entry.Parked.class);
        assertThat(enter(ann, wide, "6")).isInstanceOf(Entry.Parked.class);

        end(only, GOOD);
        assertThat(works()).containsExactly("5", "6");
    }

    @Test
    void aPauseHoldsForItsTimeAndForThisLaneOnly() {
        Instant until = clock.instant().plusSeconds(5);
        end(pass(ann, "1"), new Report(Health.WELL, true, until));

        assertThat(enter(ann, "2")).isInstanceOf(Entry.Parked.class);
        assertThat(works()).isEmpty();
        assertThat(enter(bob, "3")).isInstanceOf(Entry.Open.class);
        clock.move(Duration.ofSeconds(4));
        assertThat(works()).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(works()).containsExactly("2");
    }

    @Test
    void aLongPauseSendsAway() {
        end(pass(ann, "1"), new Report(Health.WELL, true, clock.instant().plusSeconds(3600)));

        assertThat(enter(ann, "2"))
                .isInstanceOfSatisfying(
                        Entry.Later.class,
                        later -> assertThat(later.reason())
                                .contains("asked to be left alone until 2026-01-31T13:00:00"));
    }

    @Test
    void anOpenBreakerLetsOneThroughAfterItsTimeAndTheRestOnceThatWentWell() {
        breakDown();
        assertThat(gate.breaker("http://one:80").orElseThrow().state()).isEqualTo(BreakerState.OPEN);
        assertThat(enter(ann, "probe")).isInstanceOf(Entry.Parked.class);
        assertThat(enter(bob, "rest")).isInstanceOf(Entry.Parked.class);
        assertThat(enter(ann, "late"))
                .isInstanceOfSatisfying(
                        Entry.Later.class,
                        later -> assertThat(later.reason()).contains("circuit breaker of http://one:80 is open until"));

        clock.move(Duration.ofSeconds(10));
        Pass<String> probe = gate.next().orElseThrow();
        assertThat(probe.work()).isEqualTo("probe");
        assertThat(gate.next()).isEmpty();
        end(probe, GOOD);

        assertThat(works()).containsExactly("rest");
        assertThat(gate.breaker("http://one:80").orElseThrow().state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void aProbeThatFailsKeepsTheOthersBackForTwiceAsLong() {
        breakDown();
        enter(ann, "probe");
        enter(bob, "rest");
        clock.move(Duration.ofSeconds(10));
        end(gate.next().orElseThrow(), TIMEOUT);

        assertThat(works()).isEmpty();
        clock.move(Duration.ofSeconds(9));
        assertThat(works()).isEmpty();
        assertThat(gate.breaker("http://one:80").orElseThrow().openUntil())
                .isEqualTo(clock.instant().plusSeconds(11));
    }

    @Test
    void thoseInTheDatabaseAreAskedForWhenThereIsRoom() {
        gate.waits(ann, SETTINGS.perSubscription());

        List<Shortage> shortages = gate.shortages();

        assertThat(shortages).singleElement().satisfies(shortage -> {
            assertThat(shortage.place()).isEqualTo(ann);
            assertThat(shortage.count()).isPositive();
        });
        assertThat(gate.shortages()).as("asked for already").isEmpty();
        gate.supplied(ann, false);
        assertThat(gate.shortages()).as("there are more").hasSize(1);
        gate.supplied(ann, true);
        assertThat(gate.shortages()).isEmpty();
    }

    @Test
    void thatThereAreNoneLeftIsNotBelievedWhereOneCameMeanwhile() {
        gate.waits(ann, SETTINGS.perSubscription());
        gate.shortages();
        gate.waits(ann, SETTINGS.perSubscription());

        gate.supplied(ann, true);

        assertThat(gate.shortages()).hasSize(1);
    }

    @Test
    void nobodyIsAskedForWhileTheBreakerIsOpenAndThenOne() {
        breakDown();
        gate.waits(ann, SETTINGS.perSubscription());
        assertThat(gate.shortages()).isEmpty();

        clock.move(Duration.ofSeconds(10));

        assertThat(gate.shortages()).extracting(Shortage::count).containsExactly(1);
    }

    @Test
    void newOnesLeaveRoomForThoseWhoWait() {
        proveSlow(ann);
        pass(ann, "1");
        pass(ann, "2");
        gate.waits(ann, SETTINGS.perSubscription());
        int parked = 0;
        while (enter(ann, "new") instanceof Entry.Parked) {
            parked++;
        }

        assertThat(parked).isPositive();
        assertThat(gate.enter(new Ticket<>(
                        ann, SETTINGS.perSubscription(), clock.instant().plus(SLACK), true, "old")))
                .isInstanceOf(Entry.Parked.class);
    }

    @Test
    void oneWhoCarriesManyIsOneRequestAndTakesTheRoomOfMany() {
        pass(ann, TrafficLimits.of(1, ANY_RATE), "under way");

        assertThat(enterWithMany(ann, 15_000)).isInstanceOf(Entry.Parked.class);
        assertThat(enterWithMany(ann, 15_000)).isInstanceOf(Entry.Parked.class);
        assertThat(enterWithMany(ann, 1)).as("the lane is full").isInstanceOf(Entry.Later.class);
        assertThat(gate.inFlight()).isEqualTo(1);
        assertThat(gate.parked()).isEqualTo(30_000);

        clock.move(SLACK.plusSeconds(1));
        assertThat(gate.overdue()).hasSize(2);
        assertThat(gate.parked()).isZero();
    }

    private Entry<String> enterWithMany(Place place, int size) {
        return gate.enter(new Ticket<>(
                place, TrafficLimits.of(1, ANY_RATE), clock.instant().plus(SLACK), false, size, "many"));
    }

    @Test
    void whatIsOutOfUseIsForgotten() {
        end(pass(ann, "1"), GOOD);
        assertThat(gate.breakers()).hasSize(1);
        clock.move(Duration.ofMinutes(2));

        gate.overdue();

        assertThat(gate.breakers()).isEmpty();
    }

    @Test
    void aLaneTakesAtMostHalfOfTheThreadsThatAreFree() {
        Gate<String> small = new Gate<>(
                new TrafficSettings(SETTINGS.perSubscription(), TrafficLimits.of(1000, ANY_RATE), SETTINGS.breaker()),
                8,
                HORIZON,
                clock);
        TrafficLimits wide = TrafficLimits.of(1000, ANY_RATE);
        int lanes = 0;
        for (int owner = 0; owner < 5; owner++) {
            Place place = place("owner" + owner, "http://dead" + owner + ":80");
            boolean passed = false;
            while (small.enter(new Ticket<>(place, wide, clock.instant().plus(SLACK), false, "x"))
                    instanceof Entry.Open) {
                passed = true;
            }
            lanes += passed ? 1 : 0;
        }

        assertThat(lanes).isEqualTo(5);
    }

    @Test
    void aLaneThatLackedAThreadGoesOnWhenOneIsFree() {
        Gate<String> tiny = new Gate<>(SETTINGS, 1, HORIZON, clock);
        Pass<String> only = ((Entry.Open<String>) tiny.enter(ticket(ann, SETTINGS.perSubscription(), "1"))).pass();
        assertThat(tiny.enter(ticket(elsewhere, SETTINGS.perSubscription(), "2")))
                .isInstanceOf(Entry.Parked.class);
        tiny.leave(only, GOOD);
        assertThat(tiny.next()).isEmpty();

        tiny.done(only);

        assertThat(tiny.next()).map(Pass::work).contains("2");
    }

    @Test
    void leavingTwiceCountsOnce() {
        Pass<String> pass = pass(ann, "1");

        end(pass, GOOD);
        end(pass, GOOD);

        assertThat(gate.inFlight()).isZero();
    }

    /** Four failures of one owner. */
    private void breakDown() {
        for (int i = 0; i < 4; i++) {
            end(pass(ann, "broken"), TIMEOUT);
        }
    }

    /** So that the lane is known to let hardly anybody through. */
    private void proveSlow(Place place) {
        for (int i = 0; i < 8; i++) {
            Pass<String> slow = pass(place, "slow");
            clock.move(HORIZON);
            end(slow, GOOD);
        }
    }

    private List<String> works() {
        List<String> works = new ArrayList<>();
        for (Optional<Pass<String>> next = gate.next(); next.isPresent(); next = gate.next()) {
            works.add(next.get().work());
        }
        return works;
    }

    private void end(Pass<String> pass, Report report) {
        gate.leave(pass, report);
        gate.done(pass);
    }

    private Pass<String> pass(Place place, String work) {
        return pass(place, SETTINGS.perSubscription(), work);
    }

    private Pass<String> pass(Place place, TrafficLimits limits, String work) {
        return ((Entry.Open<String>) enter(place, limits, work)).pass();
    }

    private Entry<String> enter(Place place, String work) {
        return enter(place, SETTINGS.perSubscription(), work);
    }

    private Entry<String> enter(Place place, TrafficLimits limits, String work) {
        return gate.enter(ticket(place, limits, work));
    }

    private Ticket<String> ticket(Place place, TrafficLimits limits, String work) {
        return new Ticket<>(place, limits, clock.instant().plus(SLACK), false, work);
    }

    private static Place place(String owner, String host) {
        return new Place(UUID.nameUUIDFromBytes((owner + host).getBytes()), Owner.named(owner), host);
    }
}
