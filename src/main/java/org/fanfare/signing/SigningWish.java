package org.fanfare.signing;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonMembers;

/** What an owner asks for in the member {@code signing} of {@code config}. */
public sealed interface SigningWish {

    /** The members of {@code config} that this is about. */
    Set<String> MEMBERS = Set.of("signing");

    /** With a shared secret: what is done where signatures are obligatory and nothing is said of them. */
    SigningWish DEFAULT = new Signed(List.of(Scheme.V1), Optional.empty(), Optional.empty());

    /** The ring that fulfils the wish, made of the one that is there. */
    KeyRing fulfil(KeyRing ring, Instant now, SecureRandom random);

    /** Nothing is said: what is there stays, for its secrets cannot be sent again by who cannot read them. */
    record Unchanged() implements SigningWish {

        @Override
        public KeyRing fulfil(KeyRing ring, Instant now, SecureRandom random) {
            return ring;
        }
    }

    /** Null: no signatures. */
    record Unsigned() implements SigningWish {

        @Override
        public KeyRing fulfil(KeyRing ring, Instant now, SecureRandom random) {
            return KeyRing.EMPTY;
        }
    }

    /**
     * Signatures.
     *
     * @param schemes the only ones there are to be
     * @param secret the key of its scheme; where it is left out, the one that is there, or a new one
     * @param overlap how long a replaced key counts
     */
    record Signed(List<Scheme> schemes, Optional<SigningKey> secret, Optional<Duration> overlap)
            implements SigningWish {

        @Override
        public KeyRing fulfil(KeyRing ring, Instant now, SecureRandom random) {
            KeyRing result = overlap.map(ring::withOverlap).orElse(ring).limitedTo(schemes);
            for (Scheme scheme : schemes) {
                Optional<SigningKey> current = result.current(scheme);
                SigningKey wanted = secret.filter(given -> given.scheme() == scheme)
                        .or(() -> current)
                        .orElseGet(() -> scheme.generate(random));
                if (!current.equals(Optional.of(wanted))) {
                    result = result.replaced(wanted, result.overlap(), now);
                }
            }
            return result;
        }
    }

    /** Reads the member of {@code config}; faults are noted in {@code config}. */
    static SigningWish read(JsonMembers config) {
        if (!config.has("signing")) {
            return new Unchanged();
        }
        if (config.isNull("signing")) {
            return new Unsigned();
        }
        JsonObject object = config.object("signing");
        if (object == null) {
            return new Unchanged();
        }
        JsonMembers members = new JsonMembers(object);
        SigningWish wish = signed(members);
        members.faults().forEach(fault -> config.faults().add(fault.below("/signing")));
        return wish;
    }

    private static Signed signed(JsonMembers members) {
        // keys is what answers show: nobody who sends an answer back wants to change anything by it.
        members.refuseBut(new TreeSet<>(Set.of("schemes", "secret", "overlap", "keys")));
        Optional<SigningKey> secret = Rotation.secret(members);
        List<Scheme> schemes = members.has("schemes")
                ? schemes(members)
                : List.of(secret.map(SigningKey::scheme).orElse(Scheme.V1));
        if (secret.isPresent()
                && !schemes.isEmpty()
                && !schemes.contains(secret.get().scheme())) {
            members.fault(
                    "secret",
                    "This secret is one for " + secret.get().scheme().wireName() + ", which schemes does not name.");
        }
        return new Signed(schemes, secret, Rotation.overlap(members));
    }

    private static List<Scheme> schemes(JsonMembers members) {
        JsonArray array = members.array("schemes");
        if (array == null) {
            return List.of();
        }
        List<Scheme> schemes = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Optional<Scheme> scheme =
                    array.get(i) instanceof JsonString name ? Scheme.named(name.getString()) : Optional.empty();
            if (scheme.isEmpty()) {
                members.faults()
                        .add(new Fault(
                                "/schemes/" + i, "A scheme is one of " + String.join(", ", Scheme.names()) + "."));
            }
            scheme.filter(known -> !schemes.contains(known)).ifPresent(schemes::add);
        }
        if (array.isEmpty()) {
            members.fault("schemes", "schemes names at least one scheme; for no signatures signing is null.");
        }
        return List.copyOf(schemes);
    }
}
