package org.fanfare.replay;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.BoundedBody;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.Uuids;

/**
 * What orders a job, as JSON. A body may be left out where nothing in it is required.
 *
 * @param since null if it is not there
 * @param until null if it is not there
 * @param rate null if it is not there
 * @param subscription null if it is not there
 */
record JobBody(Instant since, Instant until, Integer rate, UUID subscription) {

    private static final int MOST_BYTES = 65_536;
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    /**
     * Reads it; if anything in it is wrong, a problem that names all of it.
     *
     * @param known the members there may be
     * @param required one that must be there; null for none
     */
    static JobBody read(HttpHeaders headers, InputStream body, Set<String> known, String required) throws IOException {
        byte[] bytes = BoundedBody.read(headers, body, MOST_BYTES);
        JsonMembers members = JsonMembers.ofBody(bytes.length == 0 ? NOTHING : bytes);
        members.refuseBut(new TreeSet<>(known));
        if (required != null && !members.has(required)) {
            members.fault(required, required + " is required.");
        }
        JobBody read = new JobBody(
                members.time("since", false), members.time("until", false), rate(members), subscription(members));
        if (read.since != null && read.until != null && !read.since.isBefore(read.until)) {
            members.fault("until", "until must be after since.");
        }
        if (!members.faults().isEmpty()) {
            throw Problem.of(ProblemType.INVALID, members.faults());
        }
        return read;
    }

    private static Integer rate(JsonMembers members) {
        JsonValue value = members.value("rate");
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number && number.isIntegral()) {
            long rate = number.longValue();
            if (rate >= 1 && rate <= ReplaySettings.HIGHEST_RATE) {
                return (int) rate;
            }
        }
        return members.fault("rate", "rate must be a whole number from 1 to " + ReplaySettings.HIGHEST_RATE + ".");
    }

    private static UUID subscription(JsonMembers members) {
        String text = members.text("subscription");
        return text == null
                ? null
                : Uuids.read(text).orElseGet(() -> members.fault("subscription", "subscription must be a UUID."));
    }
}
