package org.fanfare.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.delivery.Consent;
import org.fanfare.delivery.Recipient;
import org.junit.jupiter.api.Test;

class KnownRecipientsTest {

    private final KnownRecipients known = new KnownRecipients();
    private final UUID id = UUID.randomUUID();
    private int looks;

    @Test
    void isReadOnceWhileNothingChanges() {
        find(recipient(null, new Consent.NotAsked()));
        find(recipient(null, new Consent.NotAsked()));

        assertThat(looks).isEqualTo(1);
    }

    @Test
    void isReadAgainAfterAnyChange() {
        find(recipient(null, new Consent.NotAsked()));
        known.onChange(null);
        Recipient changed = recipient(null, new Consent.NotAsked());

        assertThat(find(changed)).containsSame(changed);
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        known.find(id, () -> {
            known.forgetAll();
            return Optional.of(recipient(null, new Consent.NotAsked()));
        });
        Recipient changed = recipient(null, new Consent.NotAsked());

        assertThat(find(changed)).containsSame(changed);
    }

    @Test
    void thatOfADisabledSubscriptionIsReadEachTime() {
        find(recipient("disabled", new Consent.NotAsked()));
        find(recipient("disabled", new Consent.NotAsked()));

        assertThat(looks).isEqualTo(2);
    }

    @Test
    void oneWhoseTargetIsAskedIsReadEachTime() {
        find(recipient(null, new Consent.Granted("fanfare.example", null)));
        find(recipient(null, new Consent.Granted("fanfare.example", null)));

        assertThat(looks).isEqualTo(2);
    }

    @Test
    void thatThereIsNoneIsNotKept() {
        find(null);
        find(null);

        assertThat(looks).isEqualTo(2);
    }

    @Test
    void severalAreReadAtOnceAndThoseOnlyThatAreNotKnown() {
        find(recipient(null, new Consent.NotAsked()));
        List<UUID> others = List.of(UUID.randomUUID(), UUID.randomUUID());
        Recipient other = recipient(null, new Consent.NotAsked());

        known.prepare(List.of(id, others.get(0), others.get(1)), unknown -> {
            assertThat(unknown).containsExactlyInAnyOrderElementsOf(others);
            return Map.of(others.get(0), other);
        });

        assertThat(known.find(others.get(0), Optional::empty)).containsSame(other);
        assertThat(known.find(others.get(1), Optional::empty)).isEmpty();
    }

    private Optional<Recipient> find(Recipient stored) {
        return known.find(id, () -> {
            looks++;
            return Optional.ofNullable(stored);
        });
    }

    private static Recipient recipient(String held, Consent consent) {
        return new Recipient(
                new Owner("default", "ada"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                consent,
                null,
                held);
    }
}
