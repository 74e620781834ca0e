package org.fanfare.sending;

/**
 * Who a connection belongs to, as the pool knows it: one that was opened with a client certificate is never used for
 * anybody else, and none without one for somebody who has one.
 *
 * @param identity the certificate; null for none
 */
record Connector(ClientIdentity identity) {

    /** Asks the pool for a new connection, which nobody else can have; afterwards it is an ordinary one. */
    static final class Fresh {

        private final Connector connector;

        Fresh(Connector connector) {
            this.connector = connector;
        }

        Connector connector() {
            return connector;
        }
    }

    /** The connector behind what the pool was asked with; null where it was not asked by the sender. */
    static Connector of(Object userToken) {
        return userToken instanceof Fresh fresh ? fresh.connector() : (Connector) userToken;
    }
}
