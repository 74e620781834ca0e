package org.fanfare.subscription;

import jakarta.json.JsonObject;
import org.fanfare.wire.JsonMembers;

/** What a subscription adds to each event that is delivered to it: as much as an event might bear. */
final class Extensions {

    static final int LONGEST = 65_536;

    private Extensions() {}

    /** The member {@code extensions}; null if it is not there, or is wrong, which is then a fault. */
    static JsonObject read(JsonMembers members) {
        JsonObject extensions = members.object("extensions");
        return extensions == null || extensions.toString().length() <= LONGEST
                ? extensions
                : members.fault("extensions", "extensions has at most " + LONGEST + " characters, as JSON.");
    }
}
