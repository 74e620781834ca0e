package org.fanfare.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.traffic.TrafficLimits.ANY_RATE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many pass, how fast and in which turns. */
class GateTest extends GateUnderTest {

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
}
