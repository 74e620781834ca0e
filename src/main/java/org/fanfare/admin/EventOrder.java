package org.fanfare.admin;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.Uuids;

/**
 * Which events somebody wants something done to.
 *
 * @param ids the events; null where a time is given instead
 * @param olderThan all that came before this time; null where ids are given
 * @param after below the first that is looked at; null for the very first
 * @param owed whether also those that are still owed to somebody
 */
record EventOrder(List<UUID> ids, Instant olderThan, UUID after, boolean owed) {

    /** So many may be named in one order. */
    static final int MOST_IDS = 1000;

    private static final Set<String> OF_PURGE = new TreeSet<>(Set.of("ids", "olderThan", "after", "owed"));

    /** An order to purge. */
    static EventOrder toPurge(byte[] body) {
        JsonMembers members = JsonMembers.ofBody(body);
        members.refuseBut(OF_PURGE);
        if (members.has("ids") == members.has("olderThan")) {
            members.fault("ids", "Say either which events, by ids, or from before which time, by olderThan.");
        }
        if (members.has("after") && !members.has("olderThan")) {
            members.fault("after", "after goes with olderThan.");
        }
        EventOrder order = new EventOrder(
                ids(members),
                members.time("olderThan", false),
                uuid(members, "after"),
                Boolean.TRUE.equals(members.flag("owed")));
        return order.checked(members);
    }

    /** An order to retry. */
    static EventOrder toRetry(byte[] body) {
        JsonMembers members = JsonMembers.ofBody(body);
        members.refuseBut(Set.of("ids"));
        if (!members.has("ids")) {
            members.fault("ids", "ids is required.");
        }
        return new EventOrder(ids(members), null, null, false).checked(members);
    }

    private EventOrder checked(JsonMembers members) {
        if (!members.faults().isEmpty()) {
            throw Problem.of(ProblemType.INVALID, members.faults());
        }
        return this;
    }

    private static List<UUID> ids(JsonMembers members) {
        JsonArray array = members.array("ids");
        if (array == null) {
            return null;
        }
        if (array.isEmpty() || array.size() > MOST_IDS) {
            return members.fault("ids", "ids has 1 to " + MOST_IDS + " entries.");
        }
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Optional<UUID> id = uuid(array.get(i));
            if (id.isPresent()) {
                ids.add(id.get());
            } else {
                members.faults().add(new Fault("/ids/" + i, "An id is a UUID."));
            }
        }
        return ids;
    }

    private static UUID uuid(JsonMembers members, String member) {
        return members.has(member)
                ? uuid(members.value(member)).orElseGet(() -> members.fault(member, member + " must be a UUID."))
                : null;
    }

    private static Optional<UUID> uuid(JsonValue value) {
        return value instanceof JsonString text ? Uuids.read(text.getString()) : Optional.empty();
    }
}
