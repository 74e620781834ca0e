package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.Uuids;

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

    static EventMatchBody read(JsonMembers members) {
        JsonObject auth = members.object("auth");
        if (auth != null) {
            AuthJson.faults(auth).forEach(fault -> members.faults().add(fault.below("/auth")));
        }
        return new EventMatchBody(
                members.names(),
                members.faults(),
                uuid(members),
                members.text("name"),
                members.text("jsonpath"),
                members.text("user"),
                members.time("disabled", true),
                members.isNull("error") ? null : members.text("error"),
                members.text("target_url"),
                members.text("version"),
                Extensions.read(members),
                auth,
                members.time("created", false),
                members.time("updated", false),
                members.time("deleted", true));
    }

    static UUID uuid(JsonMembers members) {
        String text = members.text("uuid");
        return text == null ? null : Uuids.read(text).orElseGet(() -> members.fault("uuid", "uuid must be a UUID."));
    }

    boolean has(String member) {
        return members.contains(member);
    }

    /** Whether all it wants is that a disabled subscription is enabled. */
    boolean onlyEnables() {
        return has("disabled")
                && disabled == null
                && Set.of("disabled", "error").containsAll(members);
    }

    /** The dialect of the expression, which has been validated. */
    Dialect dialect() {
        return ExpressionValidator.dialectOf(jsonpath);
    }
}
