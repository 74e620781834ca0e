package org.fanfare.audit;

import java.util.UUID;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Owner;

/**
 * Who does something.
 *
 * @param name null if nobody said
 * @param means how the name is known; null if it is not
 * @param token the API token that was shown; null where it was something else
 * @param address of the other end of the connection: the proxy's, where there is one; null for Fanfare itself
 */
public record Actor(String tenant, String name, String means, UUID token, String address) {

    private static final String SELF = "fanfare";

    static Actor of(Caller caller, String address) {
        return caller.identity()
                .map(known ->
                        new Actor(known.tenant(), known.name(), known.means().wireName(), known.token(), address))
                .orElseGet(() -> new Actor(Owner.DEFAULT_TENANT, null, null, null, address));
    }

    /** Fanfare, which does something of itself. */
    static Actor itself(String tenant) {
        return new Actor(tenant, SELF, "system", null, null);
    }
}
