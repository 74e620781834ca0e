package org.fanfare.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.traffic.TrafficLimits.ANY_RATE;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Those who wait: parked at the gate, or in the database until there is room. */
class GateWaitingTest extends GateUnderTest {

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

    /** So that the lane is known to let hardly anybody through. */
    private void proveSlow(Place place) {
        for (int i = 0; i < 8; i++) {
            Pass<String> slow = pass(place, "slow");
            clock.move(HORIZON);
            end(slow, GOOD);
        }
    }
}
