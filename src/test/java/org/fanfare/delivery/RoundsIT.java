package org.fanfare.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.io.File;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.engine.JqwikTestEngine;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Outcome;
import org.fanfare.testing.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever happens to a delivery, in whatever order, it is settled once each time that it is opened. */
@ExtendWith(ArquillianExtension.class)
class RoundsIT {

    private static final int SEQUENCES = 60;
    private static final int LONGEST = 40;
    private static final Set<DeliveryState> ALL_BUT_PENDING = EnumSet.complementOf(EnumSet.of(DeliveryState.PENDING));

    private Deliveries deliveries;
    private Rounds rounds;
    private DeliveryRows rows;

    private enum Step {
        TAKE,
        DELIVER,
        FAIL_BY_THE_OLDEST_CLAIM,
        DENY,
        RETRY,
        HOLD,
        LOSE_THE_LEASE,
        REOPEN,
        DROP
    }

    @Deployment
    static WebArchive archive() throws URISyntaxException {
        return Product.with(RoundsIT.class, Step.class, History.class, DeliveryRows.class, SeenSettlements.class)
                .addAsLibraries(jar(Arbitraries.class), jar(JqwikTestEngine.class));
    }

    private static File jar(Class<?> type) throws URISyntaxException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @BeforeEach
    void findBeans() {
        deliveries = CDI.current().select(Deliveries.class).get();
        rounds = CDI.current().select(Rounds.class).get();
        rows = CDI.current().select(DeliveryRows.class).get();
    }

    @Test
    void noSequenceOfStepsSettlesARoundTwice() {
        JqwikSession.run(() -> Arbitraries.of(Step.values())
                .list()
                .ofMinSize(1)
                .ofMaxSize(LONGEST)
                .sampleStream()
                .limit(SEQUENCES)
                .forEach(steps -> {
                    History history = new History(open());
                    steps.forEach(step -> {
                        history.make(step);
                        history.check(steps, step);
                    });
                }));
    }

    @Test
    void anOpenedDeliveryGoesThroughTheScheduleAnew() {
        Nudge nudge = open();
        Claim claim = deliveries.take(nudge).orElseThrow();
        deliveries.record(Work.none(claim, new Outcome.Settled(DeliveryState.FAILED, "no luck")));

        Nudge again = rounds.reopen(nudge.deliveryId(), ALL_BUT_PENDING).orElseThrow();

        Claim reclaimed = deliveries.take(again).orElseThrow();
        assertThat(reclaimed.attempts()).isEqualTo(1);
        assertThat(reclaimed.nextAttemptOfRound()).isEqualTo(1);
        assertThat(rows.find(nudge).settledAt()).isEmpty();
        assertThat(rounds.reopen(nudge.deliveryId(), ALL_BUT_PENDING))
                .as("it is open")
                .isEmpty();
    }

    @Test
    void whatWasReadBeforeAChangeIsNotOpened() {
        Nudge nudge = open();
        Claim claim = deliveries.take(nudge).orElseThrow();
        deliveries.record(Work.none(claim, new Outcome.Settled(DeliveryState.FAILED, "no luck")));
        Delivery read = rows.find(nudge);
        rounds.reopen(read);

        assertThat(rounds.reopen(read)).isEmpty();
    }

    @Test
    void aDeniedDeliveryStaysConcealedUntilAnAttemptIsMade() {
        Nudge nudge = open();
        Claim claim = deliveries.take(nudge).orElseThrow();
        deliveries.record(Work.none(claim, new Outcome.Settled(DeliveryState.DENIED, "no")));
        assertThat(rows.find(nudge).isConcealed()).isTrue();

        Claim again = deliveries
                .take(rounds.reopen(nudge.deliveryId(), ALL_BUT_PENDING).orElseThrow())
                .orElseThrow();
        assertThat(rows.find(nudge).isConcealed()).isTrue();
        deliveries.record(
                Work.none(again, new Outcome.Retry("tried", Instant.now().plusSeconds(60))));

        assertThat(rows.find(nudge).isConcealed()).isFalse();
    }

    private Nudge open() {
        return rows.open(rows.accept());
    }

    /** What has happened to one delivery. */
    private final class History {

        private final Nudge first;
        private final List<Claim> claims = new ArrayList<>();
        private Nudge last;
        private int settledBefore;

        History(Nudge opened) {
            first = opened;
            last = opened;
        }

        void make(Step step) {
            switch (step) {
                case TAKE -> deliveries.take(last).ifPresent(claims::add);
                case DELIVER -> record(claims.size() - 1, new Outcome.Settled(DeliveryState.DELIVERED, "fine"));
                case FAIL_BY_THE_OLDEST_CLAIM -> record(0, new Outcome.Settled(DeliveryState.FAILED, "no luck"));
                case DENY -> record(claims.size() - 1, new Outcome.Settled(DeliveryState.DENIED, "no"));
                case RETRY ->
                    record(
                            claims.size() - 1,
                            new Outcome.Retry("later", Instant.now().plusSeconds(60)));
                case HOLD -> record(claims.size() - 1, new Outcome.Held("disabled"));
                case LOSE_THE_LEASE -> loseTheLease();
                case REOPEN ->
                    rounds.reopen(first.deliveryId(), ALL_BUT_PENDING).ifPresent(nudge -> {
                        last = nudge;
                        settledBefore = settlements();
                    });
                default -> rounds.drop(rows.find(first), "dropped");
            }
        }

        void check(List<Step> steps, Step step) {
            DeliveryState state = rows.find(first).state();
            assertThat(settlements() - settledBefore)
                    .as("settlements after %s in %s, state %s", step, steps, state)
                    .isEqualTo(state.isSettled() ? 1 : 0);
        }

        private void record(int claim, Outcome outcome) {
            if (!claims.isEmpty()) {
                deliveries.record(Work.none(claims.get(claim), outcome));
            }
        }

        private void loseTheLease() {
            if (rows.find(first).state() == DeliveryState.PENDING) {
                last = rows.claimAgain(first);
            }
        }

        private int settlements() {
            return SeenSettlements.of(first.deliveryId()).size();
        }
    }
}
