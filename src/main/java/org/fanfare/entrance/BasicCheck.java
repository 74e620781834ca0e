package org.fanfare.entrance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.fanfare.caller.Identity;
import org.fanfare.caller.Identity.Means;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Role;

/** Name and password by HTTP Basic (RFC 7617). Groups are roles by name; all belong to the default tenant. */
final class BasicCheck implements Check {

    private static final int LONGEST_NAME = 255;

    private final Realm realm;

    BasicCheck(Realm realm) {
        this.realm = realm;
    }

    @Override
    public Entry of(String credentials) {
        String text = decoded(credentials);
        int colon = text.indexOf(':');
        if (colon < 1 || colon > LONGEST_NAME) {
            return Entry.wrong(Method.BASIC, "no name and password in Base64");
        }
        String user = text.substring(0, colon);
        Realm.Answer answer = realm.ask(user, text.substring(colon + 1));
        if (answer instanceof Realm.Answer.Groups groups) {
            return new Entry.Known(new Identity(user, Owner.DEFAULT_TENANT, Role.among(groups.names()), Means.BASIC));
        }
        return answer instanceof Realm.Answer.Untold
                ? new Entry.ByServer(user)
                : Entry.wrong(Method.BASIC, "the server does not know this name with this password");
    }

    private static String decoded(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
