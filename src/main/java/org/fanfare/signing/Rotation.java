package org.fanfare.signing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fanfare.wire.JsonMembers;

/**
 * The replacement of keys.
 *
 * @param secret the new key; where it is left out, each current key is replaced by a new one of its scheme
 * @param overlap how long the keys before still count at the most, if it is not to be as long as the ring says
 */
public record Rotation(Optional<SigningKey> secret, Optional<Duration> overlap) {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    /** Reads the body of a request; faults are noted in {@code members}. */
    public static Rotation read(JsonMembers members) {
        members.refuseBut(new TreeSet<>(Set.of("secret", "overlap")));
        return new Rotation(secret(members), overlap(members));
    }

    /** The ring after the rotation. */
    public KeyRing applyTo(KeyRing ring, Instant now, SecureRandom random) {
        Duration stay = overlap.orElse(ring.overlap());
        if (secret.isPresent()) {
            return ring.replaced(secret.get(), stay, now);
        }
        KeyRing result = ring;
        for (Scheme scheme : ring.schemes()) {
            result = result.replaced(scheme.generate(random), stay, now);
        }
        return result;
    }

    static Optional<SigningKey> secret(JsonMembers members) {
        return Optional.ofNullable(members.text("secret"))
                .filter(text -> !text.equals(HeldKey.MASK))
                .flatMap(text -> SigningKey.read(text, why -> members.fault("secret", why)));
    }

    static Optional<Duration> overlap(JsonMembers members) {
        String text = members.text("overlap");
        if (text == null) {
            return Optional.empty();
        }
        try {
            Duration overlap = Duration.parse(text);
            if (!overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0) {
                return Optional.of(overlap);
            }
        } catch (DateTimeParseException malformed) {
            // a fault, as a duration out of range is
        }
        members.fault("overlap", "overlap is an ISO-8601 duration from PT0S to P30D, such as PT24H.");
        return Optional.empty();
    }
}
