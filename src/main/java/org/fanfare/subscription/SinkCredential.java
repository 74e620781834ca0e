package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.fanfare.dialect.Auth;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.WireTime;

/**
 * The member {@code sinkcredential} of the Subscriptions API. It is stored in the form of {@code auth} of the Pacifica
 * wire: {@code PLAIN} is {@code basic}, {@code ACCESSTOKEN} is {@code header}. What is secret of it is never shown.
 *
 * @param auth as stored, with the secret; where the secret was left out, with {@link AuthJson#MASK} in its place
 * @param tokenExpires when the access token does; null where that was not said
 * @param isOfConfig whether it was given as {@code auth} in {@code config}, which can say more
 */
record SinkCredential(JsonObject auth, Instant tokenExpires, boolean isOfConfig) {

    private static final String TYPE = "credentialtype";
    private static final Set<String> PLAIN = new TreeSet<>(List.of(TYPE, "identifier", "secret"));
    private static final Set<String> TOKEN =
            new TreeSet<>(List.of(TYPE, "accesstoken", "accesstokentype", "accesstokenexpiresutc"));

    /** Reads the member; faults are told through {@code members}, with pointers relative to it. */
    static SinkCredential read(JsonMembers members) {
        String type = members.text(TYPE);
        if ("PLAIN".equals(type)) {
            return plain(members);
        }
        if ("ACCESSTOKEN".equals(type)) {
            return token(members);
        }
        return members.fault(
                TYPE,
                "REFRESHTOKEN".equals(type)
                        ? "REFRESHTOKEN is not supported: Fanfare does not refresh tokens."
                        : "credentialtype must be PLAIN or ACCESSTOKEN.");
    }

    private static SinkCredential plain(JsonMembers members) {
        members.refuseBut(PLAIN);
        String identifier = headerText(members, "identifier", null);
        String secret = headerText(members, "secret", AuthJson.MASK);
        if (identifier != null && identifier.indexOf(':') >= 0) {
            members.fault("identifier", "identifier must not have a colon (RFC 7617).");
        }
        return new SinkCredential(auth("basic", "username", identifier, "password", secret), null, false);
    }

    private static SinkCredential token(JsonMembers members) {
        members.refuseBut(TOKEN);
        String token = headerText(members, "accesstoken", AuthJson.MASK);
        String scheme = headerText(members, "accesstokentype", "bearer");
        Instant expires = members.time("accesstokenexpiresutc", false);
        String spelled = scheme != null && scheme.toLowerCase(Locale.ROOT).equals("bearer") ? "Bearer" : scheme;
        return new SinkCredential(auth("header", "type", spelled, "credentials", token), expires, false);
    }

    private static String headerText(JsonMembers members, String member, String absent) {
        if (!members.has(member)) {
            return absent != null ? absent : members.fault(member, member + " is required.");
        }
        String text = members.text(member);
        return text == null || Auth.isHeaderText(text)
                ? text
                : members.fault(member, member + " must not have control characters.");
    }

    private static JsonObject auth(String type, String nameMember, String name, String secretMember, String secret) {
        if (name == null || secret == null) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        JsonObjectBuilder scheme =
                JsonText.JSON.createObjectBuilder().add(nameMember, name).add(secretMember, secret);
        return JsonText.JSON
                .createObjectBuilder()
                .add("type", type)
                .add(type, scheme)
                .build();
    }

    /** That there was no secret in the request, and none of this type is stored that it could stand for. */
    static Fault missingSecret(SinkCredential credential) {
        if (credential.isOfConfig()) {
            return AuthJson.missingSecret(credential.auth()).below("/config/auth");
        }
        String member = credential.auth().containsKey("basic") ? "secret" : "accesstoken";
        return Fault.ofMember(member, member + " is required.").below("/sinkcredential");
    }

    /** The member as answers show it, without the secret; empty if there is none, or more than it can say. */
    static JsonObject view(Subscription subscription) {
        JsonObject stored = Secrets.readableAuth(subscription);
        if (!AuthJson.isCredential(stored)) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        Auth auth = AuthJson.toAuth(stored);
        JsonObjectBuilder view = JsonText.JSON.createObjectBuilder();
        if (auth instanceof Auth.Basic basic) {
            view.add(TYPE, "PLAIN").add("identifier", basic.username());
        } else if (auth instanceof Auth.Header header) {
            view.add(TYPE, "ACCESSTOKEN").add("accesstokentype", header.type());
            subscription
                    .tokenExpires()
                    .ifPresent(expires -> view.add("accesstokenexpiresutc", WireTime.write(expires) + "Z"));
        }
        return view.build();
    }
}
