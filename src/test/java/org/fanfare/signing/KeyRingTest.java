package org.fanfare.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123456Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] BODY = "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);
    private static final Rotation ROTATION = new Rotation(Optional.empty(), Optional.empty());

    @Test
    void withoutKeysThereIsNothingToSend() {
        assertThat(KeyRing.EMPTY.headers("d1", NOW, BODY)).isEmpty();
    }

    @Test
    void aReplacedKeyCountsUntilItsOverlapHasEndedAndTheNewOneComesFirst() {
        SharedSecret old = SharedSecret.generate(RANDOM);
        SharedSecret young = SharedSecret.generate(RANDOM);
        KeyRing ring = KeyRing.EMPTY.replaced(old, DAY, NOW).replaced(young, Duration.ofHours(1), NOW.plusSeconds(60));
        Instant end = NOW.plusSeconds(60).plus(Duration.ofHours(1));

        assertThat(signatures(ring, end.minusMillis(1))).isEqualTo(2);
        assertThat(accepts(young, ring, end.minusMillis(1))).isTrue();
        assertThat(accepts(old, ring, end.minusMillis(1))).isTrue();
        assertThat(accepts(young, ring, end)).isTrue();
        assertThat(accepts(old, ring, end)).isFalse();
        assertThat(signatures(ring, end)).isEqualTo(1);
        String first = ring.headers("d1", NOW, BODY).get("webhook-signature").split(" ")[0];
        assertThat(new Receiver(young.secret(), NOW).accepts(signedBy(first), BODY))
                .isTrue();
    }

    @Test
    void withoutOverlapAllKeysBeforeAreGoneAtOnce() {
        SharedSecret leaked = SharedSecret.generate(RANDOM);
        KeyRing ring = KeyRing.EMPTY.replaced(leaked, DAY, NOW).replaced(SharedSecret.generate(RANDOM), DAY, NOW);

        KeyRing rotated = new Rotation(Optional.empty(), Optional.of(Duration.ZERO)).applyTo(ring, NOW, RANDOM);

        assertThat(rotated.keys()).hasSize(1);
        assertThat(accepts(leaked, rotated, NOW)).isFalse();
    }

    @Test
    void eachSchemeHasItsOwnKeyAndRotationReplacesBoth() {
        KeyRing ring = new SigningWish.Signed(List.of(Scheme.V1, Scheme.V1A), Optional.empty(), Optional.empty())
                .fulfil(KeyRing.EMPTY, NOW, RANDOM);
        KeyRing rotated = ROTATION.applyTo(ring, NOW, RANDOM);

        assertThat(ring.schemes()).containsExactly(Scheme.V1, Scheme.V1A);
        assertThat(signatures(rotated, NOW)).isEqualTo(4);
        assertThat(rotated.keyPairs(NOW)).hasSize(2);
        assertThat(rotated.keyPairs(NOW.plus(DAY))).hasSize(1);
        KeyPair pair = (KeyPair) rotated.current(Scheme.V1A).orElseThrow();
        assertThat(new Receiver(pair.publicText(), NOW).accepts(rotated.headers("d1", NOW, BODY), BODY))
                .isTrue();
    }

    @Test
    void aKeyThatComesBackCountsWithoutEnd() {
        SharedSecret first = SharedSecret.generate(RANDOM);
        KeyRing ring = KeyRing.EMPTY
                .replaced(first, DAY, NOW)
                .replaced(SharedSecret.generate(RANDOM), DAY, NOW)
                .replaced(first, DAY, NOW);

        assertThat(ring.keys()).hasSize(2);
        assertThat(accepts(first, ring, NOW.plus(DAY))).isTrue();
    }

    @Property(tries = 100)
    void whateverIsRotatedTheCurrentKeySignsAndTheSignaturesStayFew(
            @ForAll @NotEmpty @Size(max = 30) List<@IntRange(max = 100) Integer> hoursBetween) {
        KeyRing ring = SigningWish.DEFAULT.fulfil(KeyRing.EMPTY, NOW, RANDOM);
        Instant now = NOW;
        for (int hours : hoursBetween) {
            now = now.plus(Duration.ofHours(hours));
            SigningKey before = ring.current(Scheme.V1).orElseThrow();
            ring = ROTATION.applyTo(ring, now, RANDOM);

            assertThat(ring.schemes()).containsExactly(Scheme.V1);
            assertThat(signatures(ring, now)).isBetween(2, 8);
            assertThat(accepts(before, ring, now)).isTrue();
            assertThat(accepts(ring.current(Scheme.V1).orElseThrow(), ring, now))
                    .isTrue();
            assertThat(KeyRing.of(ring.json())).isEqualTo(ring);
        }
    }

    @Test
    void onlySharedSecretsOfTheChangeThatIsAnsweredAreShown() {
        KeyRing ring = new SigningWish.Signed(List.of(Scheme.V1, Scheme.V1A), Optional.empty(), Optional.empty())
                .fulfil(KeyRing.EMPTY, NOW, RANDOM);
        KeyRing rotated = ROTATION.applyTo(ring, NOW.plusSeconds(1), RANDOM);
        String old = ring.current(Scheme.V1).orElseThrow().secret();
        String young = rotated.current(Scheme.V1).orElseThrow().secret();

        assertThat(rotated.view(NOW.plusSeconds(1)).toString())
                .contains(young)
                .doesNotContain(old)
                .doesNotContain("whsk_")
                .contains("whpk_", "\"until\":\"2026-02-01T12:00:01.123456Z\"");
        assertThat(rotated.view(null).toString()).doesNotContain("whsec_", "whsk_");
        assertThat(rotated.toString()).doesNotContain("whsec_", "whsk_");
    }

    private static int signatures(KeyRing ring, Instant at) {
        return ring.headers("d1", at, BODY).get("webhook-signature").split(" ").length;
    }

    private static boolean accepts(SigningKey key, KeyRing ring, Instant at) {
        return new Receiver(key.secret(), at).accepts(ring.headers("d1", at, BODY), BODY);
    }

    private static Map<String, String> signedBy(String signature) {
        return Map.of(
                "webhook-id", "d1", "webhook-timestamp", "" + NOW.getEpochSecond(), "webhook-signature", signature);
    }
}
