package org.fanfare.sending;

/**
 * How a request comes to be let in, beyond what its own headers say.
 *
 * @param client who fetches an access token for it; null for nobody
 * @param identity the certificate its connection shows; null for none
 */
public record Access(OAuthClient client, ClientIdentity identity) {

    /** Nothing beyond the headers. */
    public static final Access NONE = new Access(null, null);
}
