package org.fanfare.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/**
 * Reads each member of an object as its type: null where it is absent, and where it is of another type, which is then a
 * fault.
 */
public final class JsonMembers {

    private final JsonObject json;
    private final List<Fault> faults = new ArrayList<>();

    public JsonMembers(JsonObject json) {
        this.json = json;
    }

    /** The members of a body; one that is no JSON object is a problem. */
    public static JsonMembers ofBody(byte[] body) {
        JsonValue value = JsonText.read(body, why -> {
                    throw malformed("The body " + why + ".");
                })
                .orElseThrow();
        if (value instanceof JsonObject object) {
            return new JsonMembers(object);
        }
        throw malformed("The body must be a JSON object.");
    }

    private static Problem malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED, List.of(new Fault("", detail)));
    }

    /** What was found wrong so far; grows. */
    public List<Fault> faults() {
        return faults;
    }

    /** The object itself. */
    public JsonObject json() {
        return json;
    }

    public Set<String> names() {
        return json.keySet();
    }

    public boolean has(String member) {
        return json.containsKey(member);
    }

    public boolean isNull(String member) {
        return JsonValue.NULL.equals(json.get(member));
    }

    public JsonValue value(String member) {
        return json.get(member);
    }

    public String text(String member) {
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

    public JsonObject object(String member) {
        JsonValue value = json.get(member);
        return value == null || value instanceof JsonObject
                ? (JsonObject) value
                : fault(member, member + " must be an object.");
    }

    public JsonArray array(String member) {
        JsonValue value = json.get(member);
        return value == null || value instanceof JsonArray
                ? (JsonArray) value
                : fault(member, member + " must be an array.");
    }

    public Boolean flag(String member) {
        JsonValue value = json.get(member);
        if (value == null) {
            return null;
        }
        return switch (value.getValueType()) {
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            default -> fault(member, member + " must be true or false.");
        };
    }

    /** Refuses all members but these: in what is written by hand, a name that is not known is a mistake. */
    public void refuseBut(Set<String> known) {
        names().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault(name, name + " is not known. There are " + String.join(", ", known) + "."));
    }

    public Instant time(String member, boolean nullable) {
        if (!has(member) || nullable && isNull(member)) {
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
                member + " must be an ISO 8601 time such as \"2026-01-31T12:00:00\"" + (nullable ? ", or null." : "."));
    }

    /** Notes that a member is wrong, for which there is no value then. */
    public <T> T fault(String member, String detail) {
        faults.add(Fault.ofMember(member, detail));
        return null;
    }
}
