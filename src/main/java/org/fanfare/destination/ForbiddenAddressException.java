package org.fanfare.destination;

import java.net.UnknownHostException;

/**
 * A host stands for an address that no delivery may go to. The message names neither the address nor its kind: it goes
 * to the subscriber, who must not learn what the names of the inner network stand for.
 */
public final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host) {
        super("The host " + host + " stands for an address that is not allowed as a target.");
    }
}
