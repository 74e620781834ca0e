package org.fanfare.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubscriptionHealthTest {

    private static final Instant ENABLED = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant LATER = ENABLED.plusSeconds(60);

    private final SubscriptionHealth health = new SubscriptionHealth(UUID.randomUUID(), ENABLED);

    @Test
    void theFirstFailureOfARowIsRemembered() {
        health.attemptFailed(LATER);
        health.attemptFailed(LATER.plusSeconds(5));

        assertThat(health.counts()).isEqualTo(new Counts(2, LATER, 0, 0));
    }

    @Test
    void countsBelongToOneActivation() {
        health.attemptFailed(LATER);
        health.deliveryFailed();
        health.preconditionFailed();
        health.warnedAt(70);

        health.follow(ENABLED);
        assertThat(health.counts()).isEqualTo(new Counts(1, LATER, 1, 1));

        health.follow(LATER);
        assertThat(health.counts()).isEqualTo(new Counts(0, null, 0, 0));
        assertThat(health.warned()).isZero();
        assertThat(health.activatedAt()).isEqualTo(LATER);
    }

    @Test
    void aNodeThatDoesNotKnowOfTheLatestActivationDoesNotUndoIt() {
        health.follow(LATER);
        health.attemptFailed(LATER);

        health.follow(ENABLED);

        assertThat(health.counts().failures()).isEqualTo(1);
        assertThat(health.activatedAt()).isEqualTo(LATER);
    }

    @Test
    void whatIsHealthyIsKnownForAMomentOnly() {
        KnownHealthy healthy = new KnownHealthy();
        UUID id = UUID.randomUUID();
        healthy.add(id, ENABLED);

        assertThat(healthy.contains(id, ENABLED.plusMillis(999))).isTrue();
        assertThat(healthy.contains(id, ENABLED.plus(KnownHealthy.FOR))).isFalse();
        healthy.remove(id);
        assertThat(healthy.contains(id, ENABLED)).isFalse();
    }
}
