package org.fanfare.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.junit.jupiter.api.Test;

class ParcelTest {

    private static final UUID SUBSCRIPTION = new UUID(9, 9);
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void oneDeliveryGoesByItsOwnId() {
        Claim claim = claim(1, 60);

        assertThat(Parcel.id(List.of(claim))).isEqualTo(claim.deliveryId().toString());
    }

    @Test
    void theSameDeliveriesHaveTheSameIdWhateverTheirOrderAndOthersAnother() {
        Claim one = claim(1, 60);
        Claim two = claim(2, 60);

        assertThat(Parcel.id(List.of(one, two)))
                .isEqualTo(Parcel.id(List.of(two, claim(1, 5))))
                .isNotEqualTo(Parcel.id(List.of(one, two, claim(3, 60))))
                .isNotEqualTo(Parcel.id(List.of(one)));
        assertThat(UUID.fromString(Parcel.id(List.of(one, two))).version()).isEqualTo(3);
    }

    @Test
    void itIsToBeUsedUpWhenTheFirstLeaseEnds() {
        Parcel parcel = new Parcel(List.of(claim(1, 60), claim(2, 5), claim(3, 40)), false);

        assertThat(parcel.leaseEnd()).isEqualTo(NOW.plusSeconds(5));
        assertThat(parcel.isSingle()).isFalse();
    }

    private static Claim claim(int number, int seconds) {
        return new Claim(
                new UUID(0, number),
                new UUID(1, number),
                SUBSCRIPTION,
                Owner.named("o"),
                1,
                0,
                0,
                0,
                null,
                null,
                NOW.plusSeconds(seconds));
    }
}
