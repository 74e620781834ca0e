package org.fanfare.subscription;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fanfare.problem.Fault;
import org.fanfare.sending.OAuthClient;
import org.fanfare.wire.JsonMembers;

/**
 * The object {@code oauth2} of {@code auth}: deliveries carry a bearer token that Fanfare fetches by the client credentials
 * grant (RFC 6749, 4.4).
 */
final class OAuthJson {

    static final String TYPE = "oauth2";
    static final String TOKEN_URL = "token_url";

    private static final String METHOD = "token_endpoint_auth_method"; // the name it has in RFC 7591
    private static final String IN_HEADER = "client_secret_basic";
    private static final String IN_BODY = "client_secret_post";
    private static final Set<String> MEMBERS =
            new TreeSet<>(List.of(TOKEN_URL, "client_id", "client_secret", "scope", "audience", METHOD));
    private static final Set<String> METHODS = Set.of(IN_HEADER, IN_BODY);
    private static final int LONGEST = 4096;

    private OAuthJson() {}

    /** What is wrong with its form, with pointers relative to it. */
    static List<Fault> faults(JsonMembers members) {
        members.refuseBut(MEMBERS);
        for (String member : List.of(TOKEN_URL, "client_id", "client_secret")) {
            if (!members.has(member)) {
                members.fault(member, member + " is required.");
            }
        }
        for (String member : MEMBERS) {
            String text = members.text(member);
            if (text != null && (text.isEmpty() || text.length() > LONGEST)) {
                members.fault(member, member + " must have 1 to %d characters.".formatted(LONGEST));
            } else if (text != null && member.equals(METHOD) && !METHODS.contains(text)) {
                members.fault(METHOD, METHOD + " must be " + IN_HEADER + " or " + IN_BODY + ".");
            }
        }
        return members.faults();
    }

    /** The client of an object that has been validated. */
    static OAuthClient client(JsonObject client) {
        return new OAuthClient(
                URI.create(client.getString(TOKEN_URL)),
                client.getString("client_id"),
                client.getString("client_secret"),
                client.getString("scope", null),
                client.getString("audience", null),
                client.getString(METHOD, IN_HEADER).equals(IN_BODY));
    }
}
