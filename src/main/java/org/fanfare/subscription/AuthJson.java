package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fanfare.dialect.Auth;
import org.fanfare.problem.Fault;
import org.fanfare.sending.Access;
import org.fanfare.sending.NewTargets;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.JsonText;

/**
 * The member {@code auth} of the Pacifica wire: {@code {}}, or {@code {"type": "basic", "basic": {"username", "password"}}},
 * or {@code {"type": "header", "header": {"type", "credentials"}}}. Beyond that wire there are the types {@code oauth2}
 * ({@link OAuthJson}) and {@code mtls} ({@link MutualTlsJson}); the object {@code mtls} may also stand beside that of any
 * other type.
 */
final class AuthJson {

    /** What answers show in place of a secret; in a body it leaves the secret as it is. */
    static final String MASK = "********";

    private static final String TYPE = "type";

    /** The object of each type of the Pacifica wire, and its two members. */
    private static final Map<String, List<String>> MEMBERS =
            Map.of("basic", List.of("username", "password"), "header", List.of(TYPE, "credentials"));

    /** What is secret, by the object it stands in. */
    private static final Map<String, String> SECRETS = Map.of(
            "basic", "password", "header", "credentials", OAuthJson.TYPE, "client_secret", MutualTlsJson.TYPE, "key");

    /** The secrets that not even the answer to the request that set them shows. */
    private static final Set<String> NEVER_SHOWN = Set.of(OAuthJson.TYPE, MutualTlsJson.TYPE);

    private AuthJson() {}

    /** What is wrong with the member, with pointers relative to it. */
    static List<Fault> faults(JsonObject auth) {
        if (auth.isEmpty()) {
            return List.of();
        }
        String type = text(auth, TYPE);
        if (type == null || !SECRETS.containsKey(type)) {
            return List.of(Fault.ofMember(TYPE, "auth needs a type, which is one of " + types() + "."));
        }
        List<Fault> faults = new ArrayList<>();
        if (MEMBERS.containsKey(type)) {
            faults.addAll(faultsOfPair(auth, type));
        } else if (!auth.containsKey(type)) {
            faults.add(Fault.ofMember(type, "auth of this type needs an object \"" + type + "\"."));
        }
        if (type.equals(OAuthJson.TYPE)) {
            object(auth, OAuthJson.TYPE, faults)
                    .ifPresent(client -> faults.addAll(below(OAuthJson.TYPE, OAuthJson.faults(client))));
        }
        object(auth, MutualTlsJson.TYPE, faults)
                .ifPresent(pair -> faults.addAll(below(MutualTlsJson.TYPE, MutualTlsJson.faults(pair))));
        return faults;
    }

    private static List<Fault> faultsOfPair(JsonObject auth, String type) {
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
                faults.add(Fault.ofMember(member, member + " must be a string."));
            } else if (!Auth.isHeaderText(text(scheme.asJsonObject(), member))) {
                faults.add(Fault.ofMember(member, member + " must not have control characters."));
            }
        }
        return below(type, faults);
    }

    private static Optional<JsonMembers> object(JsonObject auth, String name, List<Fault> faults) {
        JsonValue value = auth.get(name);
        if (value instanceof JsonObject object) {
            return Optional.of(new JsonMembers(object));
        }
        if (value != null) {
            faults.add(Fault.ofMember(name, name + " must be an object."));
        }
        return Optional.empty();
    }

    private static List<Fault> below(String name, List<Fault> faults) {
        return faults.stream().map(fault -> fault.below("/" + name)).toList();
    }

    private static String types() {
        return String.join(", ", new TreeSet<>(SECRETS.keySet()));
    }

    /** Why the place that tokens come from is refused, with a pointer relative to the member. May ask a name server. */
    static List<Fault> faultsOfPlaces(JsonObject auth, NewTargets targets) {
        if (!OAuthJson.TYPE.equals(text(auth, TYPE)) || !(auth.get(OAuthJson.TYPE) instanceof JsonObject client)) {
            return List.of();
        }
        return Optional.ofNullable(text(client, OAuthJson.TOKEN_URL))
                .flatMap(targets::refusal)
                .map(why -> below(OAuthJson.TYPE, List.of(Fault.ofMember(OAuthJson.TOKEN_URL, why))))
                .orElse(List.of());
    }

    /** What is wrong with the member once the masks have been replaced, with pointers relative to it. */
    static List<Fault> faultsWhenWhole(JsonObject auth, Instant now) {
        List<Fault> faults = new ArrayList<>();
        SECRETS.forEach((object, member) -> {
            if (NEVER_SHOWN.contains(object) && MASK.equals(secret(auth, object))) {
                faults.add(Fault.ofMember(member, member + " is required.").below("/" + object));
            }
        });
        if (faults.isEmpty() && auth.get(MutualTlsJson.TYPE) instanceof JsonObject pair) {
            faults.addAll(below(MutualTlsJson.TYPE, MutualTlsJson.faultsOfPair(pair, now)));
        }
        return faults;
    }

    /** That a certificate would not be shown: a plain connection has none. */
    static List<Fault> faultsOfPlainTarget(JsonObject auth, String targetUrl) {
        boolean isPlain = targetUrl.regionMatches(true, 0, "http:", 0, "http:".length());
        return isPlain && auth.containsKey(MutualTlsJson.TYPE)
                ? List.of(Fault.ofMember(MutualTlsJson.TYPE, "A client certificate needs a target with https."))
                : List.of();
    }

    /** The same without its secrets. */
    static JsonObject mask(JsonObject auth) {
        return mask(auth, SECRETS.keySet());
    }

    /** For the answer to the request that set it: the Pacifica wire echoes its secrets there. */
    static JsonObject maskForItsSetter(JsonObject auth) {
        return mask(auth, NEVER_SHOWN);
    }

    private static JsonObject mask(JsonObject auth, Set<String> objects) {
        JsonObject masked = auth;
        for (String object : objects) {
            masked = secret(masked, object) == null ? masked : replaceSecret(masked, object, MASK);
        }
        return masked;
    }

    /** {@code auth} with the secrets of {@code stored}, as far as that is of the same kind, where it holds only the mask. */
    static JsonObject unmask(JsonObject auth, JsonObject stored) {
        boolean isSameType = Objects.equals(text(auth, TYPE), text(stored, TYPE));
        JsonObject unmasked = auth;
        for (String object : SECRETS.keySet()) {
            String known = secret(stored, object);
            boolean isOfSameKind = isSameType || object.equals(MutualTlsJson.TYPE);
            if (isOfSameKind && known != null && MASK.equals(secret(unmasked, object))) {
                unmasked = replaceSecret(unmasked, object, known);
            }
        }
        return unmasked;
    }

    /** Whether the mask stands where the secret of its type should. */
    static boolean isMasked(JsonObject auth) {
        String type = text(auth, TYPE);
        return type != null && MASK.equals(secret(auth, type));
    }

    /** That nothing is stored that the mask could stand for. */
    static Fault missingSecret(JsonObject auth) {
        String type = auth.getString(TYPE);
        return Fault.ofMember(SECRETS.get(type), SECRETS.get(type) + " is required.")
                .below("/" + type);
    }

    /** Whether {@code sinkcredential} can say all of it. */
    static boolean isCredential(JsonObject auth) {
        String type = text(auth, TYPE);
        return type != null && MEMBERS.containsKey(type) && !auth.containsKey(MutualTlsJson.TYPE);
    }

    /** What it says about the header {@code Authorization} of each delivery. */
    static Auth toAuth(JsonObject auth) {
        String type = text(auth, TYPE);
        if (type == null || !MEMBERS.containsKey(type)) {
            return new Auth.None();
        }
        JsonObject scheme = auth.containsKey(type) ? auth.getJsonObject(type) : JsonValue.EMPTY_JSON_OBJECT;
        List<String> members = MEMBERS.get(type);
        String name = scheme.getString(members.get(0), "");
        String secret = scheme.getString(members.get(1), "");
        return type.equals("basic") ? new Auth.Basic(name, secret) : new Auth.Header(name, secret);
    }

    /** What it says beyond that header. */
    static Access toAccess(JsonObject auth) {
        boolean hasClient = OAuthJson.TYPE.equals(text(auth, TYPE));
        return new Access(
                hasClient ? OAuthJson.client(auth.getJsonObject(OAuthJson.TYPE)) : null,
                auth.get(MutualTlsJson.TYPE) instanceof JsonObject pair ? MutualTlsJson.identity(pair) : null);
    }

    private static String secret(JsonObject auth, String object) {
        return auth.get(object) instanceof JsonObject scheme ? text(scheme, SECRETS.get(object)) : null;
    }

    private static JsonObject replaceSecret(JsonObject auth, String object, String secret) {
        JsonObjectBuilder scheme =
                JsonText.JSON.createObjectBuilder(auth.getJsonObject(object)).add(SECRETS.get(object), secret);
        return JsonText.JSON.createObjectBuilder(auth).add(object, scheme).build();
    }

    private static String text(JsonObject object, String member) {
        return object.get(member) instanceof JsonString string ? string.getString() : null;
    }
}
