package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fanfare.dialect.JsonText;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.Uuids;
import org.fanfare.wire.WireTime;

/**
 * What a POST or PUT on {@code /eventmatch} asks for. It is read by hand, because a merge must tell a member that is
 * absent from one that is null, and a string from a number. Unknown members are ignored, as the Pacifica wire does.
 *
 * @param members the names that the body has, the others are to be left as they are
 * @param faults members of the wrong type; the constraints on the values come on top
 */
record EventMatchBody(
        Set<String> members,
        List<Fault> faults,
        UUID uuid,

        @NotNull(groups = Create.class, message = "name is required.")
        @Size(max = 255, message = "name has at most 255 characters.")
        String name,

        @NotNull(groups = Create.class, message = "jsonpath is required.") @Expression
        String jsonpath,

        String user,
        Instant disabled,
        String error,

        @NotNull(groups = Create.class, message = "target_url is required.") @AllowedTarget
        String targetUrl,

        @Size(max = 255, message = "version has at most 255 characters.")
        String version,

        JsonObject extensions,
        JsonObject auth,
        Instant created,
        Instant updated,
        Instant deleted) {

    /** Validation group: members that only a POST must have. */
    interface Create {}

    /** @throws Problem if the body is no JSON object */
    static EventMatchBody read(byte[] body) {
        return new Reading(parse(body)).body();
    }

    boolean has(String member) {
        return members.contains(member);
    }

    /** The dialect of the expression, which has been validated. */
    Dialect dialect() {
        return ExpressionValidator.dialectOf(jsonpath);
    }

    private static JsonObject parse(byte[] body) {
        JsonValue value = JsonText.read(body, why -> {
                    throw malformed("The body " + why + ".");
                })
                .orElseThrow();
        if (value instanceof JsonObject object) {
            return object;
        }
        throw malformed("The body must be a JSON object.");
    }

    private static Problem malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED, List.of(new Fault("", detail)));
    }

    /** Reads each member as its type, and notes a fault where it is of another. */
    private static final class Reading {

        private final JsonObject json;
        private final List<Fault> faults = new ArrayList<>();

        Reading(JsonObject json) {
            this.json = json;
        }

        EventMatchBody body() {
            JsonObject auth = object("auth");
            if (auth != null) {
                AuthJson.faults(auth).forEach(fault -> faults.add(fault.below("/auth")));
            }
            return new EventMatchBody(
                    json.keySet(),
                    faults,
                    uuid(),
                    text("name"),
                    text("jsonpath"),
                    text("user"),
                    time("disabled", true),
                    isNull("error") ? null : text("error"),
                    text("target_url"),
                    text("version"),
                    object("extensions"),
                    auth,
                    time("created", false),
                    time("updated", false),
                    time("deleted", true));
        }

        private UUID uuid() {
            String text = text("uuid");
            if (text == null) {
                return null;
            }
            return Uuids.read(text).orElseGet(() -> fault("uuid", "uuid must be a UUID."));
        }

        private String text(String member) {
            JsonValue value = json.get(member);
            if (value == null) {
                return null;
            }
            if (!(value instanceof JsonString string)) {
                return fault(member, member + " must be a string.");
            }
            // Legal in JSON, but not in PostgreSQL's text.
            return string.getString().indexOf('\0') < 0
                    ? string.getString()
                    : fault(member, member + " must not have a NUL character.");
        }

        private JsonObject object(String member) {
            JsonValue value = json.get(member);
            if (value == null || value instanceof JsonObject) {
                return (JsonObject) value;
            }
            return fault(member, member + " must be an object.");
        }

        private Instant time(String member, boolean nullable) {
            if (!json.containsKey(member) || nullable && isNull(member)) {
                return null;
            }
            try {
                if (json.get(member) instanceof JsonString text) {
                    return WireTime.read(text.getString());
                }
            } catch (DateTimeException malformed) {
                // a fault, as a value of another type is
            }
            return fault(
                    member,
                    member + " must be an ISO 8601 time such as \"2026-01-31T12:00:00\""
                            + (nullable ? ", or null." : "."));
        }

        private boolean isNull(String member) {
            return JsonValue.NULL.equals(json.get(member));
        }

        private <T> T fault(String member, String detail) {
            faults.add(Fault.ofMember(member, detail));
            return null;
        }
    }
}
