package org.fanfare.outcome;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonMembers;

/**
 * How the deliveries of one subscription are repeated.
 *
 * @param ownSchedule its own waits after failed attempts; empty for those of all
 * @param table what answers mean
 */
public record RetryOptions(Optional<RetrySchedule> ownSchedule, OutcomeTable table) {

    /** The members it is written as. */
    public static final Set<String> MEMBERS = Set.of("schedule", "outcomes");

    /** Nothing of its own. */
    public static final RetryOptions STANDARD = new RetryOptions(Optional.empty(), new OutcomeTable(Map.of()));

    private static final int MOST_WAITS = 100;
    private static final Duration LONGEST_WAIT = Duration.ofDays(30);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    /** Reads them; what is wrong is noted as a fault of its member. */
    public static RetryOptions read(JsonMembers members) {
        return new RetryOptions(schedule(members), new OutcomeTable(outcomes(members)));
    }

    private static Optional<RetrySchedule> schedule(JsonMembers members) {
        JsonArray array = members.array("schedule");
        if (array == null) {
            return Optional.empty();
        }
        if (array.size() > MOST_WAITS) {
            members.fault("schedule", "schedule has at most %d entries.".formatted(MOST_WAITS));
            return Optional.empty();
        }
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Duration wait = wait(array.get(i));
            if (wait == null) {
                members.faults()
                        .add(new Fault(
                                "/schedule/" + i, "A wait must be an ISO-8601 duration from PT1S to P30D (\"PT5M\")."));
            } else {
                waits.add(wait);
            }
        }
        return Optional.of(new RetrySchedule(waits));
    }

    private static Duration wait(JsonValue value) {
        if (!(value instanceof JsonString text)) {
            return null;
        }
        try {
            Duration wait = Duration.parse(text.getString());
            return wait.compareTo(SHORTEST_WAIT) < 0 || wait.compareTo(LONGEST_WAIT) > 0 ? null : wait;
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }

    private static Map<String, Ruling> outcomes(JsonMembers members) {
        JsonObject object = members.object("outcomes");
        Map<String, Ruling> rulings = new HashMap<>();
        if (object != null) {
            object.forEach((key, value) -> ruling(key, value)
                    .ifPresentOrElse(
                            ruling -> rulings.put(key, ruling),
                            () -> members.faults()
                                    .add(Fault.ofMember(key, wrongOutcome(key)).below("/outcomes"))));
        }
        return rulings;
    }

    private static Optional<Ruling> ruling(String key, JsonValue value) {
        return OutcomeTable.isKey(key) && value instanceof JsonString name
                ? Ruling.named(name.getString())
                : Optional.empty();
    }

    private static String wrongOutcome(String key) {
        return OutcomeTable.isKey(key)
                ? "An outcome must be one of " + String.join(", ", Ruling.wireNames()) + "."
                : "Outcomes are named by a status (\"404\"), a class (\"5xx\"), or address, connection, dns, other,"
                        + " protocol, timeout or tls.";
    }
}
