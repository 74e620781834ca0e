package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fanfare.dialect.Auth;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonText;

/**
 * The member {@code auth} of the Pacifica wire: {@code {}}, or {@code {"type": "basic", "basic": {"username", "password"}}},
 * or {@code {"type": "header", "header": {"type", "credentials"}}}.
 */
final class AuthJson {

    /** What answers show in place of a secret; in a body it leaves the secret as it is. */
    static final String MASK = "********";

    /** The object of each type, and its two members; the second is the secret. */
    private static final Map<String, List<String>> MEMBERS =
            Map.of("basic", List.of("username", "password"), "header", List.of("type", "credentials"));

    private AuthJson() {}

    /** What is wrong with the member, with pointers relative to it. */
    static List<Fault> faults(JsonObject auth) {
        if (auth.isEmpty()) {
            return List.of();
        }
        String type = text(auth, "type");
        if (type == null || !MEMBERS.containsKey(type)) {
            return List.of(Fault.ofMember("type", "auth needs a type, which is \"basic\" or \"header\"."));
        }
        JsonValue scheme = auth.get(type);
        if (scheme == null) {
            return type.equals("basic")
                    ? List.of()
                    : List.of(Fault.ofMember(type, "auth of this type needs an object \"" + type + "\"."));
        }
        if (scheme.getValueType() != JsonValue.ValueType.OBJECT) {
            return List.of(Fault.ofMember(type, type + " must be an object."));
        }
        List<Fault> faults = new ArrayList<>();
        for (String member : MEMBERS.get(type)) {
            if (text(scheme.asJsonObject(), member) == null) {
                faults.add(Fault.ofMember(member, member + " must be a string.").below("/" + type));
            } else if (!Auth.isHeaderText(text(scheme.asJsonObject(), member))) {
                faults.add(Fault.ofMember(member, member + " must not have control characters.")
                        .below("/" + type));
            }
        }
        return faults;
    }

    /** The same without its secret. */
    static JsonObject mask(JsonObject auth) {
        return replaceSecret(auth, MASK);
    }

    /** {@code auth} with the secret of {@code stored}, if that is of the same type, where it holds only the mask. */
    static JsonObject unmask(JsonObject auth, JsonObject stored) {
        String known = secret(stored);
        boolean isSameType = Objects.equals(text(auth, "type"), text(stored, "type"));
        return MASK.equals(secret(auth)) && isSameType && known != null ? replaceSecret(auth, known) : auth;
    }

    /** Whether the mask stands where the secret should. */
    static boolean isMasked(JsonObject auth) {
        return MASK.equals(secret(auth));
    }

    static Auth toAuth(JsonObject auth) {
        String type = text(auth, "type");
        if (type == null) {
            return new Auth.None();
        }
        JsonObject scheme = auth.containsKey(type) ? auth.getJsonObject(type) : JsonValue.EMPTY_JSON_OBJECT;
        List<String> members = MEMBERS.get(type);
        String name = scheme.getString(members.get(0), "");
        String secret = scheme.getString(members.get(1), "");
        return type.equals("basic") ? new Auth.Basic(name, secret) : new Auth.Header(name, secret);
    }

    private static String secret(JsonObject auth) {
        String type = text(auth, "type");
        return type == null || !(auth.get(type) instanceof JsonObject scheme)
                ? null
                : text(scheme, MEMBERS.get(type).get(1));
    }

    private static JsonObject replaceSecret(JsonObject auth, String secret) {
        if (secret(auth) == null) {
            return auth;
        }
        String type = text(auth, "type");
        JsonObject scheme = JsonText.JSON
                .createObjectBuilder(auth.getJsonObject(type))
                .add(MEMBERS.get(type).get(1), secret)
                .build();
        return JsonText.JSON.createObjectBuilder(auth).add(type, scheme).build();
    }

    private static String text(JsonObject object, String member) {
        return object.get(member) instanceof JsonString string ? string.getString() : null;
    }
}
