package org.fanfare.batch;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import org.fanfare.wire.JsonMembers;

/**
 * How large batches are, for subscriptions that chose a dialect that has them.
 *
 * @param size the most events in a request
 * @param delay how long the first of them waits for others; after zero, those go together that come in the same moment
 */
public record BatchOptions(int size, Duration delay) {

    /** The member they are written as. */
    public static final Set<String> MEMBERS = Set.of("batch");

    public static final BatchOptions STANDARD = new BatchOptions(100, Duration.ofSeconds(1));

    private static final Set<String> INNER = new TreeSet<>(Set.of("size", "delay"));
    private static final int LARGEST = 1000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Reads them; what is wrong is noted as a fault of its member. */
    public static BatchOptions read(JsonMembers members) {
        JsonObject object = members.object("batch");
        if (object == null) {
            return STANDARD;
        }
        JsonMembers inner = new JsonMembers(object);
        inner.refuseBut(INNER);
        Integer size = size(inner);
        Duration delay = delay(inner);
        inner.faults().forEach(fault -> members.faults().add(fault.below("/batch")));
        return new BatchOptions(size == null ? STANDARD.size() : size, delay == null ? STANDARD.delay() : delay);
    }

    private static Integer size(JsonMembers members) {
        if (!members.has("size")) {
            return null;
        }
        boolean isSize = members.value("size") instanceof JsonNumber number
                && number.isIntegral()
                && number.doubleValue() >= 1
                && number.doubleValue() <= LARGEST;
        return isSize
                ? Integer.valueOf(((JsonNumber) members.value("size")).intValue())
                : members.fault("size", "size must be a whole number from 1 to %d.".formatted(LARGEST));
    }

    private static Duration delay(JsonMembers members) {
        if (!members.has("delay")) {
            return null;
        }
        try {
            Duration delay = Duration.parse(members.json().getString("delay", ""));
            if (!delay.isNegative() && delay.compareTo(LONGEST) <= 0) {
                return delay;
            }
        } catch (DateTimeParseException malformed) {
            // a fault, as one that is too long is
        }
        return members.fault("delay", "delay must be an ISO 8601 duration from PT0S to %s.".formatted(LONGEST));
    }
}
