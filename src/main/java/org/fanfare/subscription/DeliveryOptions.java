package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.fanfare.delivery.AttemptHistory;
import org.fanfare.delivery.DeadLetterOptions;
import org.fanfare.outcome.RetryOptions;
import org.fanfare.sending.HandshakeOptions;
import org.fanfare.traffic.Ordering;
import org.fanfare.traffic.TrafficOptions;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.JsonText;

/**
 * How a subscription wants its deliveries handled: the members of {@code config} that other rooms know how to read. They
 * are kept as they were sent; the room that reads a member is the one that checks it.
 */
public final class DeliveryOptions {

    private static final int LONGEST_PERMISSION = 255;

    /** The members of one room, and what reads them and notes their faults. */
    private record Reader(Set<String> members, Consumer<JsonMembers> read) {}

    private static final List<Reader> READERS = List.of(
            new Reader(Set.of("permission"), DeliveryOptions::permission),
            new Reader(Set.of("health"), DeliveryOptions::health),
            new Reader(AttemptHistory.MEMBERS, AttemptHistory::read),
            new Reader(TrafficOptions.MEMBERS, TrafficOptions::read),
            new Reader(Ordering.MEMBERS, Ordering::read),
            new Reader(RetryOptions.MEMBERS, RetryOptions::read),
            new Reader(DeadLetterOptions.MEMBERS, DeadLetterOptions::read),
            new Reader(HandshakeOptions.MEMBERS, HandshakeOptions::read));

    private final JsonMembers members;

    DeliveryOptions(JsonObject stored) {
        members = new JsonMembers(stored);
    }

    /** All members that are read here. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        READERS.forEach(reader -> names.addAll(reader.members()));
        return names;
    }

    /** Those that {@code config} has, as they are; what is wrong with them is noted there. */
    static JsonObject read(JsonMembers config) {
        JsonObjectBuilder given = JsonText.JSON.createObjectBuilder();
        for (Reader reader : READERS) {
            reader.read().accept(config);
            reader.members().stream()
                    .filter(name -> config.has(name) && !config.isNull(name))
                    .forEach(name -> given.add(name, config.value(name)));
        }
        return given.build();
    }

    /** What the owner needs to have to see the events; null for nothing in particular. */
    public String permission() {
        return permission(members);
    }

    private static String permission(JsonMembers members) {
        String permission = members.text("permission");
        return permission == null || !permission.isBlank() && permission.length() <= LONGEST_PERMISSION
                ? permission
                : members.fault("permission", "permission must have 1 to %d characters.".formatted(LONGEST_PERMISSION));
    }

    /** By which rule it is disabled; empty for the one of all. */
    public Optional<HealthPreset> health() {
        return health(members);
    }

    private static Optional<HealthPreset> health(JsonMembers members) {
        String name = members.text("health");
        Optional<HealthPreset> preset = Optional.ofNullable(name).flatMap(HealthPreset::named);
        if (name != null && preset.isEmpty()) {
            members.fault("health", "health must be one of " + String.join(", ", HealthPreset.wireNames()) + ".");
        }
        return preset;
    }

    /** Of how many deliveries the attempts are kept in full. */
    public AttemptHistory history() {
        return AttemptHistory.read(members);
    }

    /** Whether the target is asked before deliveries go to it. */
    public HandshakeOptions handshake() {
        return HandshakeOptions.read(members);
    }

    /** How deliveries are repeated. */
    public RetryOptions retry() {
        return RetryOptions.read(members);
    }

    /** What becomes of failed ones. */
    public DeadLetterOptions deadLetters() {
        return DeadLetterOptions.read(members);
    }

    /** How much goes to the target at once. */
    public TrafficOptions traffic() {
        return TrafficOptions.read(members);
    }

    /** Which deliveries arrive in order. */
    public Ordering ordering() {
        return Ordering.read(members);
    }
}
