package org.fanfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final int SUBSCRIPTION = 3;
    private static final long MILLI = 1_000_000;

    private final Ledger ledger = new Ledger(100, 10, Events.to(SUBSCRIPTION, SampleEvent.ofType("x")));

    @Test
    void whatWasAcceptedAndArrivedOnceIsFlawless() {
        accept(100, 10);
        arrive(100, SUBSCRIPTION, 15);
        assertThat(ledger.faults()).isEqualTo(Faults.NONE);
        assertThat(ledger.outstanding()).isZero();
    }

    @Test
    void whatWasAcceptedAndDidNotArriveIsMissing() {
        accept(100, 10);
        accept(101, 11);
        arrive(101, SUBSCRIPTION, 15);
        assertThat(ledger.outstanding()).isEqualTo(1);
        assertThat(ledger.faults()).isEqualTo(new Faults(0, 1, 0, 0, 0));
        assertThat(ledger.faults().isFlawless()).isFalse();
    }

    @Test
    void whatWasRefusedIsNotMissing() {
        ledger.posted(100, 5 * MILLI);
        ledger.refused("503");
        assertThat(ledger.faults()).isEqualTo(new Faults(1, 0, 0, 0, 0));
        assertThat(ledger.outstanding()).isZero();
    }

    @Test
    void arrivalsOnceMoreAreDuplicatesAndNoFlaw() {
        accept(100, 10);
        arrive(100, SUBSCRIPTION, 15);
        arrive(100, SUBSCRIPTION, 16);
        arrive(99, SUBSCRIPTION, 17); // of the round before
        assertThat(ledger.faults()).isEqualTo(new Faults(0, 0, 2, 0, 0));
        assertThat(ledger.faults().isFlawless()).isTrue();
    }

    @Test
    void whatWasNeverPostedOrCameToAnotherSubscriptionIsAStranger() {
        accept(100, 10);
        arrive(100, SUBSCRIPTION, 15);
        arrive(100, SUBSCRIPTION + 1, 15);
        arrive(110, SUBSCRIPTION, 15);
        arrive(-1, SUBSCRIPTION, 15);
        assertThat(ledger.faults()).isEqualTo(new Faults(0, 0, 0, 3, 0));
    }

    @Test
    void anArrivalBeforeTheAnswerSettlesTheEventAndTookNoTime() {
        ledger.posted(100, 5 * MILLI);
        arrive(100, SUBSCRIPTION, 8);
        ledger.accepted(100, 10 * MILLI);
        assertThat(ledger.outstanding()).isZero();
        assertThat(ledger.fromAccept(any -> true).at(100)).isZero();
    }

    @Test
    void timesCountFromTheAnswerAndFromWhenTheEventWasDue() {
        accept(100, 10);
        arrive(100, SUBSCRIPTION, 18);
        assertThat(Math.rint(ledger.toAccept().at(100))).isEqualTo(5);
        assertThat(Math.rint(ledger.fromAccept(any -> true).at(100))).isEqualTo(8);
        assertThat(Math.rint(ledger.fromDue(any -> true).at(100))).isEqualTo(13);
    }

    @Test
    void whatIsNotJudgedOwesNothing() {
        ledger.judge(event -> event != 100);
        accept(100, 10);
        assertThat(ledger.outstanding()).isZero();
        arrive(100, SUBSCRIPTION, 15);
        arrive(100, SUBSCRIPTION, 16);
        assertThat(ledger.outstanding()).isZero();
        assertThat(ledger.faults()).isEqualTo(Faults.NONE);
    }

    @Test
    void anEventForManyIsOwedToEach() {
        Ledger toMany = new Ledger(1, 1, Events.toAll(20, 3, "x"));
        toMany.posted(1, MILLI);
        toMany.accepted(1, 2 * MILLI);
        toMany.arrived(new Arrivals.Arrival(1, 20, 3 * MILLI));
        toMany.arrived(new Arrivals.Arrival(1, 22, 4 * MILLI));
        assertThat(toMany.outstanding()).isEqualTo(1);
        assertThat(toMany.arrivedAt(1)).isZero();
        assertThat(toMany.faults()).isEqualTo(new Faults(0, 1, 0, 0, 0));
        toMany.arrived(new Arrivals.Arrival(1, 21, 9 * MILLI));
        toMany.arrived(new Arrivals.Arrival(1, 23, 9 * MILLI));
        assertThat(toMany.arrivedAt(1)).isEqualTo(9 * MILLI);
        assertThat(toMany.faults()).isEqualTo(new Faults(0, 0, 0, 1, 0));
    }

    @Test
    void eventsInTurnAreOwedToOneEach() {
        Events inTurn = Events.inTurn(50, 4, turn -> "type" + turn);
        assertThat(inTurn.isOwed(6, 52)).isTrue();
        assertThat(inTurn.isOwed(6, 51)).isFalse();
        assertThat(inTurn.isOwed(6, 56)).isFalse();
    }

    private void accept(int event, long millis) {
        ledger.posted(event, (millis - 5) * MILLI);
        ledger.accepted(event, millis * MILLI);
    }

    private void arrive(int event, int subscription, long millis) {
        ledger.arrived(new Arrivals.Arrival(event, subscription, millis * MILLI));
    }
}
