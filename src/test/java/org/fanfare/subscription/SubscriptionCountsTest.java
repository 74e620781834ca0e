package org.fanfare.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Reach;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.tenant.TenantLimits;
import org.fanfare.tenant.TenantSettings;
import org.fanfare.testing.MovedClock;
import org.junit.jupiter.api.Test;

class SubscriptionCountsTest {

    private static final Owner ALICE = new Owner("acme", "alice");

    private final MovedClock clock = new MovedClock();
    private final Stored stored = new Stored();

    /** A database that knows how often it was asked. */
    private static final class Stored extends Subscriptions {

        private final Map<Reach, Integer> counts = new HashMap<>();
        private int asked;

        @Override
        public int count(Reach whose, int most) {
            asked++;
            return Math.min(counts.getOrDefault(whose, 0), most);
        }

        void add(Owner owner, int more) {
            counts.merge(Reach.of(owner), more, Integer::sum);
            counts.merge(Reach.all(owner.tenant()), more, Integer::sum);
        }
    }

    @Test
    void atTheLimitEachIsCounted() {
        SubscriptionCounts counts = limited(5, 3);

        assertThat(made(counts, ALICE, 10)).isEqualTo(3);
        assertThat(made(counts, new Owner("acme", "bob"), 10)).isEqualTo(2);
        assertThatThrownBy(() -> counts.refuseOneTooMany(new Owner("acme", "carl")))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.type()).isEqualTo(ProblemType.CONFLICT))
                .hasMessageStartingWith("Your tenant has 5 subscriptions, as many as there may be.");

        stored.add(ALICE, -1);
        assertThat(made(counts, ALICE, 10))
                .as("what is deleted makes room at once")
                .isEqualTo(1);
    }

    @Test
    void namesakesInAnotherTenantDoNotCount() {
        SubscriptionCounts counts = limited(5, 3);
        made(counts, ALICE, 10);

        assertThat(made(counts, new Owner("globex", "alice"), 10)).isEqualTo(3);
        assertThat(made(counts, Owner.named("alice"), 10)).isEqualTo(3);
    }

    @Test
    void farBelowTheLimitFewAreCountedAndTheLimitStillHolds() {
        SubscriptionCounts counts = limited(1000, 1000);

        assertThat(made(counts, ALICE, 500)).isEqualTo(500);
        assertThat(stored.asked).isLessThan(50);
        assertThat(made(counts, ALICE, 1000)).isEqualTo(500);
    }

    @Test
    void tenNodesThatCountedAtOnceKeepToTheLimitTogether() {
        List<SubscriptionCounts> nodes =
                IntStream.range(0, 10).mapToObj(node -> limited(1000, 1000)).toList();
        nodes.forEach(node -> node.refuseOneTooMany(ALICE));
        stored.add(ALICE, nodes.size());
        int asked = stored.asked;

        // Each makes what it has given itself; none looks how many the others have made.
        nodes.forEach(node -> made(node, ALICE, 99));

        assertThat(stored.asked).isEqualTo(asked);
        assertThat(stored.count(Reach.of(ALICE), 2000)).isLessThanOrEqualTo(1000);
    }

    @Test
    void whatOthersMadeIsSeenWithinAMinute() {
        SubscriptionCounts counts = limited(1000, 1000);
        made(counts, ALICE, 1);
        stored.add(ALICE, 999);

        clock.move(Duration.ofMinutes(1));

        assertThat(made(counts, ALICE, 10)).isZero();
    }

    private SubscriptionCounts limited(int ofTenant, int ofOwner) {
        TenantLimits limits = new TenantLimits(ofTenant, ofOwner, Optional.empty(), 65_536);
        return new SubscriptionCounts(stored, new TenantSettings(limits, Map.of()), clock);
    }

    /** How many of these are let through, and made. */
    private int made(SubscriptionCounts counts, Owner owner, int wanted) {
        int made = 0;
        for (int i = 0; i < wanted; i++) {
            try {
                counts.refuseOneTooMany(owner);
                stored.add(owner, 1);
                made++;
            } catch (Problem refused) {
                assertThat(refused.type()).isEqualTo(ProblemType.CONFLICT);
            }
        }
        return made;
    }
}
