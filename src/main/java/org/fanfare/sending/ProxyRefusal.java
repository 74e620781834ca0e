package org.fanfare.sending;

import org.apache.hc.core5.http.HttpException;

/** The proxy did not make the tunnel it was asked for. */
final class ProxyRefusal extends HttpException {

    private static final long serialVersionUID = 1L;

    ProxyRefusal(int status) {
        super("The proxy answered " + status + " instead of connecting to the target.");
    }
}
