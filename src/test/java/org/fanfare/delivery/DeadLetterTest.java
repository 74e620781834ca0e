package org.fanfare.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.outcome.DeliveryState;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final Delivery failed =
            new Delivery(UUID.randomUUID(), new Owed(UUID.randomUUID(), Owner.named("o")), NOW, NOW.plusSeconds(60));
    private final Delivery letter = Delivery.deadLetter(failed, NOW);

    @Test
    void itIsADeliveryOfTheSameEventThatIsDueNow() {
        assertThat(letter.id()).isNotEqualTo(failed.id());
        assertThat(letter.eventId()).isEqualTo(failed.eventId());
        assertThat(letter.subscriptionId()).isEqualTo(failed.subscriptionId());
        assertThat(letter.owner()).isEqualTo(Owner.named("o"));
        assertThat(letter.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(letter.dueAt()).contains(NOW);
        assertThat(letter.deadLetterOf()).contains(failed.id());
        assertThat(failed.deadLetterOf()).isEmpty();
    }

    @Test
    void itSaysWhatFailed() {
        assertThat(Failure.of(failed).extensions().getString("fanfaredelivery"))
                .isEqualTo(failed.id().toString());
        assertThat(Failure.of(failed).extensions().getInt("fanfareattempts")).isZero();
        assertThat(Failure.of(failed).extensions())
                .as("an attribute must not be empty")
                .doesNotContainKey("fanfarereason");
    }

    @Test
    void itGoesToAnotherTargetAndWaitsForRoomApartFromTheRest() {
        Claim toTarget = failed.claim(1, NOW);
        Claim toDeadLetters = letter.claim(1, NOW);

        assertThat(toTarget.lane()).isEqualTo(failed.subscriptionId());
        assertThat(toDeadLetters.lane())
                .isNotEqualTo(toTarget.lane())
                .isEqualTo(letter.claim(2, NOW).lane());
        OnlyTargets recipients = new OnlyTargets();
        toTarget.recipient(recipients);
        assertThat(recipients.asked).isEqualTo(1);
        toDeadLetters.recipient(recipients);
        assertThat(recipients.asked).isEqualTo(1);
    }

    /** Counts how often the target itself is asked for. */
    private static final class OnlyTargets implements Recipients {

        private int asked;

        @Override
        public Optional<Recipient> find(UUID subscriptionId) {
            asked++;
            return Optional.empty();
        }

        @Override
        public void prepare(Collection<UUID> subscriptionIds) {}

        @Override
        public boolean wantsDeadLetters(UUID subscriptionId) {
            return false;
        }

        @Override
        public Optional<Recipient> deadLetters(UUID subscriptionId) {
            return Optional.empty();
        }
    }
}
